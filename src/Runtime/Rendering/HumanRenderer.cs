using ManifestLinker.Compiler.Diagnostics;

namespace ManifestLinker.Runtime.Rendering;

/// <summary>For people: every finding with its lines and marks, then what was left out, then the counts.</summary>
internal sealed class HumanRenderer(Palette palette) : IFindingRenderer
{
    /// <inheritdoc/>
    public void Render(RunFacts run, Verdict verdict, Stream output)
    {
        using StreamWriter writer = Utf8Text.To(output);
        var text = new FindingText(writer, palette, new FileNames(run.WorkingDirectory));
        foreach (Finding finding in verdict.Findings)
        {
            text.Write(
                finding.Severity,
                finding.Rule.Id,
                $"{finding.Message} [{finding.Rule.Name}]{(Fixable.Is(finding) ? $" {Summary.Mark}" : "")}",
                finding.Location,
                finding.Subject?.Path,
                finding.Related,
                finding.Help);
        }
        if (run.Quiet) return;
        foreach (SkippedPhase skipped in run.Skipped)
            writer.WriteLine($"{palette.Strong("left out:")} {PhaseNames.Of(skipped.Phase)} ({VisibleText.Of(skipped.Why)})");
        if (run.Fixes is { } fixes)
        {
            foreach (string held in fixes.HeldBackLines(new FileNames(run.WorkingDirectory))) writer.WriteLine($"{palette.Strong("held back:")} {held}");
            writer.WriteLine($"fixed {fixes.Counts}");
        }
        writer.WriteLine(Summary.Of(run, verdict, palette));
        if (Summary.OfFixes(verdict) is { } mendable) writer.WriteLine(mendable);
    }
}
