using System.Text.Json;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Fixes;

namespace ManifestLinker.Runtime.Rendering;

/// <summary>
/// The Diagnostic Format of reviewdog (its <c>proto/rdf/reviewdog.proto</c>), in which columns count bytes of UTF-8. A suggestion
/// there is a change of one run in the file of the finding, taken by itself: fixes of several edits are left to the other formats.
/// </summary>
internal sealed class RdjsonRenderer : IFindingRenderer
{
    /// <inheritdoc/>
    public void Render(RunFacts run, Verdict verdict, Stream output) => JsonOutput.Write(output, json => json.WriteObject(null, () =>
    {
        var files = new FileNames(run.WorkingDirectory);
        json.WriteObject("source", () => json.WriteString("name", Tool.Name));
        json.WriteArray("diagnostics", verdict.Findings, finding => json.WriteObject(null, () => WriteFinding(json, finding, run, files)));
    }));

    private static void WriteFinding(Utf8JsonWriter json, Finding finding, RunFacts run, FileNames files)
    {
        ReportedPlace place = ReportedPlace.Of(finding, run);
        json.WriteString("message", VisibleText.Of(finding.Message) + (finding.Help is { } help ? $"\nhelp: {VisibleText.Of(help)}" : ""));
        json.WriteObject("location", () =>
        {
            json.WriteString("path", JsonText.Of(files.Shown(place.File)));
            if (place.At is { } at) WriteRange(json, TextRange.Within(at).InBytes(at.Source));
        });
        json.WriteString("severity", SeverityNames.Of(finding.Severity).ToUpperInvariant());
        json.WriteObject("code", () => json.WriteString("value", finding.Rule.Id));
        Edit[] suggestions = [.. finding.Fixes.Select(Suggestion).OfType<Edit>().Where(edit => edit.Source == place.At?.Source)];
        if (suggestions.Length == 0) return;
        json.WriteArray("suggestions", suggestions, edit => json.WriteObject(null, () =>
        {
            WriteRange(json, TextRange.Of(edit).InBytes(edit.Source));
            json.WriteString("text", edit.Replacement);
        }));
    }

    private static Edit? Suggestion(Fix fix) => fix.Edits is [var edit] && JsonText.IsExact(edit.Replacement) ? edit : null;

    private static void WriteRange(Utf8JsonWriter json, TextRange range) => json.WriteObject("range", () =>
    {
        json.WriteObject("start", () => WritePosition(json, range.StartLine, range.StartColumn));
        json.WriteObject("end", () => WritePosition(json, range.EndLine, range.EndColumn));
    });

    private static void WritePosition(Utf8JsonWriter json, int line, int column)
    {
        json.WriteNumber("line", line);
        json.WriteNumber("column", column);
    }
}
