using System.Globalization;
using System.Text;
using ManifestLinker.Compiler.Diagnostics;

namespace ManifestLinker.Runtime.Rendering.Github;

/// <summary>The summary of a step of GitHub Actions: a table in Markdown, the gravest findings first.</summary>
internal sealed class StepSummaryRenderer : IFindingRenderer
{
    // GitHub refuses a summary of more than 1 MiB, which all commands of a step share.
    private const int MaxChars = 200 * 1024;

    /// <inheritdoc/>
    public void Render(RunFacts run, Verdict verdict, Stream output)
    {
        using StreamWriter writer = Utf8Text.To(output);
        var files = new FileNames(run.WorkingDirectory);
        writer.WriteLine($"### {Tool.Name} {run.Command}: {Summary.Of(run, verdict, Palette.Plain)}\n");
        foreach (SkippedPhase skipped in run.Skipped) writer.WriteLine($"Left out: {PhaseNames.Of(skipped.Phase)} ({MarkdownText.Of(skipped.Why)})\n");
        if (verdict.Findings.Count == 0) return;
        writer.WriteLine("| Severity | Rule | Where | What |\n|---|---|---|---|");
        int written = 0;
        int rows = 0;
        foreach (string row in verdict.Findings.OrderByDescending(finding => finding.Severity).Select(finding => Row(finding, files)))
        {
            written += row.Length;
            if (written > MaxChars) break;
            writer.WriteLine(row);
            rows++;
        }
        if (rows < verdict.Findings.Count)
            writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\n{verdict.Findings.Count - rows} more findings have no room here."));
        writer.WriteLine();
    }

    private static string Row(Finding finding, FileNames files)
    {
        string where = finding.Location is { } at
            ? string.Create(CultureInfo.InvariantCulture, $"{files.Shown(at.File)}:{at.Line}:{at.Column}")
            : finding.Subject?.Path ?? "";
        return $"| {SeverityNames.Of(finding.Severity)} | {finding.Rule.Id} {finding.Rule.Name} | {MarkdownText.Of(where)} | {MarkdownText.Of(finding.Message)} |";
    }
}
