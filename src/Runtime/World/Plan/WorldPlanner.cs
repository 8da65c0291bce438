using ManifestLinker.Compiler.Host;
using ManifestLinker.Runtime.Invocations;
using ManifestLinker.Runtime.Store;
using ManifestLinker.Runtime.World.Facts;
using ManifestLinker.Runtime.World.Phases;
using ManifestLinker.Runtime.World.Run;
using ManifestLinker.Runtime.World.Sources;

namespace ManifestLinker.Runtime.World.Plan;

/// <summary>Finds out of each phase what it depends on, and whether it must run.</summary>
internal static class WorldPlanner
{
    /// <summary>The state of <paramref name="phases"/> of <paramref name="world"/>, which hold all that they need, in their order.</summary>
    public static IReadOnlyList<PlannedPhase> Plan(Invocation invocation, CompileWorld world, IReadOnlyList<Phase> phases)
    {
        WorldFolder folder = WorldFolder.Of(world.Root);
        var states = new SourceStates(invocation, LeftOut(world));
        var known = new Dictionary<string, Fact[]>(StringComparer.Ordinal);
        var keys = new Dictionary<string, ActionKey>(StringComparer.Ordinal);
        var planned = new List<PlannedPhase>();
        foreach (Phase phase in phases)
        {
            FactList facts = PhaseFacts.Of(phase, phase.Sources.SelectMany(StateOf), needed => keys[needed], invocation.Environment, invocation.SourceDate);
            keys.Add(phase.Name, facts.Key);
            planned.Add(new PlannedPhase(
                phase,
                facts,
                [.. WhyItRuns(invocation, folder, phase, facts)],
                PhaseState.Read(invocation.Host.Files, folder.State(phase.Name)),
                [.. planned.Where(other => !other.IsUpToDate && phase.After.Contains(other.Phase.Name, StringComparer.Ordinal)).Select(other => other.Phase.Name)]));
        }
        return planned;

        // Several phases may read the same tree.
        Fact[] StateOf(PhasePath source) => known.TryGetValue(source.Full, out Fact[]? state) ? state : known[source.Full] = [.. states.Of(source.Name, source.Full)];
    }

    /// <summary>What is no source, by full path: what phases make, and what mlc keeps.</summary>
    public static IReadOnlyList<string> LeftOut(CompileWorld world) =>
        [.. world.Phases.SelectMany(phase => phase.Outputs).Select(output => output.Full).Append($"{world.Root.TrimEnd('/')}/{WorldFolder.Own}")];

    private static IEnumerable<string> WhyItRuns(Invocation invocation, WorldFolder folder, Phase phase, FactList now)
    {
        IHost host = invocation.Host;
        PhaseState? last = PhaseState.Read(host.Files, folder.State(phase.Name));
        if ((Stamp.Read(host.Files, folder.Stamp(phase.Name)) ?? Stamp.Read(host.Files, folder.StampAside(phase.Name))) is not { } stamp)
        {
            yield return last?.Status switch
            {
                PhaseStatus.Failed => "it failed when it last ran",
                PhaseStatus.Running when Lifeline.Holds(invocation, folder, last.Run) => "it runs now",
                PhaseStatus.Running or PhaseStatus.Interrupted => "it was interrupted when it last ran",
                null => "it has not run yet",
                _ => "there is no stamp of its last run",
            };
            yield break;
        }
        foreach (string change in FactChanges.Between(stamp.Facts, now)) yield return change;
        if (!stamp.IsSettled) yield return "its sources changed while it last ran";
        foreach (PhasePath output in phase.Outputs.Where(output => host.Status(output.Full) is null)) yield return $"output {output.Name} is missing";
    }
}
