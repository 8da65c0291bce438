using System.Globalization;
using ManifestLinker.Compiler.Diagnostics;

namespace ManifestLinker.Runtime.Rendering.Github;

/// <summary>
/// Annotations of GitHub Actions, the gravest first. GitHub shows ten of each level and drops the rest of a step in silence
/// (actions/toolkit, <c>docs/problem-matchers.md</c>), so no more are written, and one that says how many there are besides.
/// </summary>
internal sealed class GithubRenderer : IFindingRenderer
{
    /// <summary>How many annotations of one level GitHub shows of a step.</summary>
    public const int Shown = 10;

    /// <inheritdoc/>
    public void Render(RunFacts run, Verdict verdict, Stream output)
    {
        using StreamWriter writer = Utf8Text.To(output);
        var files = new FileNames(run.WorkingDirectory);
        Finding[] errors = Of(Severity.Error), warnings = Of(Severity.Warning), infos = Of(Severity.Info);
        int besides = Besides(errors, Shown) + Besides(warnings, Shown) + Besides(infos, Shown);
        // The one that tells of the rest is of the lowest level, and takes a place there.
        int infosShown = besides > 0 ? Shown - 1 : Shown;
        foreach (Finding finding in (Finding[])[.. errors.Take(Shown), .. warnings.Take(Shown), .. infos.Take(infosShown)])
            writer.WriteLine(Annotation(finding, files));
        if (besides > 0)
        {
            int left = Besides(errors, Shown) + Besides(warnings, Shown) + Besides(infos, infosShown);
            writer.WriteLine(WorkflowCommand.Of("notice", [new("title", Tool.Name)], Rest(left, verdict)));
        }

        Finding[] Of(Severity severity) => [.. verdict.Findings.Where(finding => finding.Severity == severity)];
    }

    private static int Besides(Finding[] findings, int shown) => Math.Max(0, findings.Length - shown);

    private static string Rest(int left, Verdict verdict) => string.Create(
        CultureInfo.InvariantCulture,
        $"{left} of {verdict.Findings.Count} findings are not annotated, because GitHub shows {Shown} of each level; the summary of the step has a table, and --output concise=FILE writes all of them");

    private static string Annotation(Finding finding, FileNames files)
    {
        var properties = new List<KeyValuePair<string, string>>();
        if (finding.Location is { } at)
        {
            TextRange range = TextRange.Within(at);
            properties.Add(new("file", VisibleText.Of(files.Shown(at.File))));
            properties.Add(new("line", Number(range.StartLine)));
            properties.Add(new("endLine", Number(range.EndLine)));
            properties.Add(new("col", Number(range.StartColumn)));
            properties.Add(new("endColumn", Number(range.EndColumn)));
        }
        properties.Add(new("title", $"{finding.Rule.Id} {finding.Rule.Name}"));
        string message = VisibleText.Of(finding.Message) + (finding.Help is { } help ? $"\nhelp: {VisibleText.Of(help)}" : "");
        return WorkflowCommand.Of(Level(finding.Severity), properties, message);
    }

    private static string Level(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "notice",
    };

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
