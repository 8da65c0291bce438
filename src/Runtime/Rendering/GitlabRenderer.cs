using ManifestLinker.Compiler.Diagnostics;

namespace ManifestLinker.Runtime.Rendering;

/// <summary>A code quality report of GitLab (docs.gitlab.com, "Code Quality report format"): one array of issues.</summary>
internal sealed class GitlabRenderer : IFindingRenderer
{
    /// <inheritdoc/>
    public void Render(RunFacts run, Verdict verdict, Stream output) => JsonOutput.Write(output, json =>
    {
        var files = new FileNames(run.WorkingDirectory);
        json.WriteArray(null, verdict.Findings, finding => json.WriteObject(null, () =>
        {
            ReportedPlace place = ReportedPlace.Of(finding, run);
            json.WriteString("description", VisibleText.Of(finding.Help is { } help ? $"{finding.Message}; {help}" : finding.Message));
            json.WriteString("check_name", $"{finding.Rule.Id} {finding.Rule.Name}");
            json.WriteString("fingerprint", finding.Fingerprint);
            json.WriteString("severity", Severity(finding.Severity));
            json.WriteObject("location", () =>
            {
                json.WriteString("path", JsonText.Of(files.Shown(place.File)));
                json.WriteObject("lines", () => json.WriteNumber("begin", place.At is { } at ? TextRange.Within(at).StartLine : 1));
            });
        }));
    });

    // GitLab has info, minor, major, critical and blocker. What stops a link is no security hole.
    private static string Severity(Severity severity) => severity switch
    {
        Compiler.Diagnostics.Severity.Error => "major",
        Compiler.Diagnostics.Severity.Warning => "minor",
        _ => "info",
    };
}
