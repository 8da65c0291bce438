using System.Text.Json;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Rules;

namespace ManifestLinker.Runtime.Rendering;

/// <summary>For programs: schema <c>mlc.diagnostics/1</c>. Within version 1, keys are added and never changed.</summary>
internal sealed class JsonRenderer : IFindingRenderer
{
    /// <summary>The name of the schema.</summary>
    public const string Schema = "mlc.diagnostics/1";

    /// <inheritdoc/>
    public void Render(RunFacts run, Verdict verdict, Stream output) => JsonOutput.Write(output, json =>
    {
        json.WriteStartObject();
        json.WriteString("schema", Schema);
        Tool.Write(json);
        WriteRun(json, run, verdict);
        WriteSummary(json, run, verdict);
        var files = new FileNames(run.WorkingDirectory);
        json.WriteArray("diagnostics", JudgedFinding.Of(verdict, run.ShowSuppressed), finding => WriteFinding(json, finding, files));
        json.WriteEndObject();
    });

    private static void WriteRun(Utf8JsonWriter json, RunFacts run, Verdict verdict)
    {
        json.WriteStartObject("run");
        json.WriteString("command", run.Command);
        json.WriteBoolean("ok", !verdict.Fails(run.FailOn));
        json.WriteStartArray("phases");
        foreach (Phase phase in run.Phases) json.WriteStringValue(PhaseNames.Of(phase));
        json.WriteEndArray();
        json.WriteStartArray("skipped");
        foreach (SkippedPhase skipped in run.Skipped)
        {
            json.WriteStartObject();
            json.WriteString("phase", PhaseNames.Of(skipped.Phase));
            json.WriteString("why", JsonText.Of(skipped.Why));
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteSummary(Utf8JsonWriter json, RunFacts run, Verdict verdict)
    {
        json.WriteStartObject("summary");
        foreach (Severity severity in new[] { Severity.Error, Severity.Warning, Severity.Info })
            json.WriteNumber(SeverityNames.Of(severity), verdict.Count(severity));
        json.WriteNumber("suppressed", verdict.Excused.Count);
        json.WriteNumber("baselined", verdict.Baselined.Count);
        if (run.Fixes is { } fixes) json.WriteNumber("fixed", fixes.Findings);
        Fixable fixable = Fixable.Of(verdict);
        json.WriteNumber("fixable", fixable.Safe);
        json.WriteNumber("unsafelyFixable", fixable.Unsafe);
        json.WriteEndObject();
    }

    /// <summary>Writes one finding, as an object of the array <c>diagnostics</c>.</summary>
    internal static void WriteFinding(Utf8JsonWriter json, JudgedFinding judged, FileNames files)
    {
        Finding finding = judged.Finding;
        json.WriteStartObject();
        json.WriteString("rule", finding.Rule.Id);
        json.WriteString("name", finding.Rule.Name);
        json.WriteString("severity", SeverityNames.Of(finding.Severity));
        json.WriteString("phase", PhaseNames.Of(finding.Rule.Phase));
        json.WriteString("message", JsonText.Of(finding.Message));
        if (finding.Help is { } help) json.WriteString("help", JsonText.Of(help));
        else json.WriteNull("help");
        WriteSubject(json, finding.Subject);
        WriteLocation(json, finding.Location, files);
        json.WriteStartArray("related");
        foreach (Related related in finding.Related) WriteRelated(json, related, files);
        json.WriteEndArray();
        json.WriteStartObject("detail");
        // A key may stand in an object once.
        foreach ((string key, string value) in finding.Detail.DistinctBy(pair => pair.Key, StringComparer.Ordinal))
            json.WriteString(JsonText.Of(key), JsonText.Of(value));
        json.WriteEndObject();
        json.WriteArray("fixes", finding.Fixes.Where(JsonFix.IsExact), fix => JsonFix.Write(json, fix, files));
        json.WriteString("detailKey", JsonText.Of(finding.DetailKey));
        json.WriteString("fingerprint", finding.Fingerprint);
        json.WriteString("state", judged.State);
        judged.WriteSuppression(json);
        json.WriteEndObject();
    }

    private static void WriteSubject(Utf8JsonWriter json, Subject? subject)
    {
        if (subject is null)
        {
            json.WriteNull("subject");
            return;
        }
        json.WriteStartObject("subject");
        json.WriteString("path", JsonText.Of(subject.Path));
        json.WriteString("type", subject.Type);
        if (subject.Component is { } component) json.WriteString("component", JsonText.Of(component));
        else json.WriteNull("component");
        json.WriteEndObject();
    }

    private static void WriteLocation(Utf8JsonWriter json, Location? place, FileNames files)
    {
        if (place is null)
        {
            json.WriteNull("location");
            return;
        }
        json.WriteStartObject("location");
        json.WriteString("file", JsonText.Of(files.Shown(place.File)));
        json.WriteNumber("line", place.Line);
        json.WriteNumber("column", place.Column);
        json.WriteNumber("endLine", place.Line);
        json.WriteNumber("endColumn", place.EndColumn);
        json.WriteEndObject();
    }

    private static void WriteRelated(Utf8JsonWriter json, Related related, FileNames files)
    {
        json.WriteStartObject();
        json.WriteString("message", JsonText.Of(related.Message));
        if (related.Location is { } place)
        {
            json.WriteString("file", JsonText.Of(files.Shown(place.File)));
            json.WriteNumber("line", place.Line);
            json.WriteNumber("column", place.Column);
        }
        else if (related.Path is { } path)
        {
            json.WriteString("file", JsonText.Of(files.Shown(path)));
        }
        json.WriteEndObject();
    }
}
