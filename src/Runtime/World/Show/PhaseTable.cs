using ManifestLinker.Runtime.World.Plan;

namespace ManifestLinker.Runtime.World.Show;

/// <summary>Tables of phases.</summary>
internal static class PhaseTable
{
    /// <summary>Each phase with what it needs and how it stands.</summary>
    public static string OfStates(IReadOnlyList<PlannedPhase> planned) =>
        Table(["PHASE", "NEEDS", "STATE"], planned.Select(phase => new[] { phase.Phase.Name, string.Join(' ', phase.Phase.After.DefaultIfEmpty("-")), Standing(phase) }));

    /// <summary>What became of each phase in the run called <paramref name="run"/>; <paramref name="after"/> is how each stood in the end.</summary>
    public static string OfResults(IReadOnlyList<PlannedPhase> planned, IReadOnlyDictionary<string, PhaseState> after, string run) =>
        Table(["PHASE", "RESULT", "TIME"], planned.Select(phase =>
        {
            PhaseState? state = after.GetValueOrDefault(phase.Phase.Name) is { } last && last.Run == run ? last : null;
            string result = state is not null ? PhaseState.Word(state.Status == PhaseStatus.Running ? PhaseStatus.Interrupted : state.Status)
                : phase.IsUpToDate ? "up to date" : "not reached";
            return new[] { phase.Phase.Name, result, state?.Time is { } time ? Duration.Of(time) : "-" };
        }));

    private static string Standing(PlannedPhase phase) => phase.IsUpToDate ? "up to date" : $"would run: {phase.Reasons[0]}{(phase.Reasons.Count > 1 ? ", ..." : "")}";

    private static string Table(string[] head, IEnumerable<string[]> rows)
    {
        string[][] all = [head, .. rows];
        int[] widths = [.. head.Select((_, column) => all.Max(row => row[column].Length))];
        return string.Concat(all.Select(row => string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd() + "\n"));
    }
}
