using System.Text;
using ManifestLinker.Runtime.World.Facts;
using ManifestLinker.Runtime.World.Plan;

namespace ManifestLinker.Runtime.World.Show;

/// <summary>What would run, and why, in words.</summary>
internal static class PlanText
{
    /// <summary>Each phase with its reasons.</summary>
    public static string Of(IReadOnlyList<PlannedPhase> planned)
    {
        var text = new StringBuilder();
        foreach (PlannedPhase phase in planned) Append(text, phase, phase.IsUpToDate ? $"{phase.Phase.Name}: up to date" : $"{phase.Phase.Name}: would run");
        return text.ToString();
    }

    /// <summary>One phase with its reasons; with all that it depends on where <paramref name="detailed"/>.</summary>
    public static string Of(PlannedPhase phase, bool detailed)
    {
        var text = new StringBuilder();
        Append(text, phase, phase.IsUpToDate ? $"{phase.Phase.Name} is up to date: all that it depends on is as it was when it was made" : $"{phase.Phase.Name} would run:");
        if (!detailed) return text.ToString();
        text.Append($"\nkey {phase.Facts.Key}\n");
        foreach (Fact fact in phase.Facts.Facts) text.Append($"  {Rendering.VisibleText.Of(string.Join(' ', fact.Fields)).TrimEnd()}\n");
        return text.ToString();
    }

    private static void Append(StringBuilder text, PlannedPhase phase, string head)
    {
        text.Append(head).Append('\n');
        foreach (string reason in phase.Reasons) text.Append($"  {reason}\n");
        if (!phase.IsUpToDate && phase.Waiting.Count > 0)
            text.Append($"  {(phase.Waiting.Count == 1 ? "phase" : "phases")} {string.Join(", ", phase.Waiting)} would run before\n");
    }
}
