using ManifestLinker.Runtime.Invocations;
using ManifestLinker.Runtime.Rendering;
using ManifestLinker.Runtime.World.Plan;
using ManifestLinker.Runtime.World.Show;

namespace ManifestLinker.Runtime.World.Run;

/// <summary>What became of a run, and what there is to say of it.</summary>
internal sealed class WorldResult(Invocation invocation, WorldFolder folder, IReadOnlyList<PlannedPhase> planned, RunIdentity run, int ninjaStatus, string ninjaOutput)
{
    private const int ShownLines = 20;

    private readonly Dictionary<string, PhaseState> states = planned
        .Select(phase => PhaseState.Read(invocation.Host.Files, folder.State(phase.Phase.Name))).OfType<PhaseState>()
        .ToDictionary(state => state.Phase, StringComparer.Ordinal);

    /// <summary>A line for each phase.</summary>
    public string Table => PhaseTable.OfResults(planned, states, run.Name);

    /// <summary>Says what went wrong, on standard error, and gives the exit status.</summary>
    public int Tell()
    {
        PhaseState[] failed = [.. planned.Select(phase => states.GetValueOrDefault(phase.Phase.Name)).OfType<PhaseState>().Where(state => state.Run == run.Name && state.Status is (PhaseStatus.Failed or PhaseStatus.Running))];
        foreach (PhaseState state in failed.Where(state => state.Status == PhaseStatus.Failed || !invocation.Cancel.IsCancellationRequested)) Tell(state);
        if (invocation.Cancel.IsCancellationRequested)
        {
            invocation.Error.WriteLine("mlc: interrupted; phases that were done stay done, and what was begun is begun anew");
            return ExitCode.Interrupted;
        }
        if (ninjaStatus == 0) return ExitCode.Done;
        if (failed.Length == 0)
        {
            invocation.Error.WriteLine($"mlc: the phases were not run to the end; ninja says:");
            foreach (string line in ninjaOutput.Split('\n', StringSplitOptions.RemoveEmptyEntries).TakeLast(ShownLines)) invocation.Error.WriteLine($"  | {VisibleText.Of(line)}");
        }
        return ExitCode.Failed;
    }

    private void Tell(PhaseState state)
    {
        string log = invocation.Host.Files.Path.GetRelativePath(invocation.WorkingDirectory, folder.Log(state.Phase));
        IReadOnlyList<string> lines = LogTail.Of(invocation.Host.Files, folder.Log(state.Phase), ShownLines);
        invocation.Error.WriteLine($"mlc: phase '{state.Phase}' failed: {state.Note ?? "the process that ran it was killed"}; its log is {log}{(lines.Count == 0 ? ", which is empty" : ", which ends:")}");
        foreach (string line in lines) invocation.Error.WriteLine($"  | {line}");
    }
}
