using ManifestLinker.Runtime.World.Phases;

namespace ManifestLinker.Runtime.World.Trace;

/// <summary>What a phase needs by way of what it needs.</summary>
internal static class PhaseNeeds
{
    /// <summary>The names of all phases of <paramref name="phases"/> that are done before <paramref name="phase"/>.</summary>
    public static IReadOnlySet<string> Of(IReadOnlyList<Phase> phases, Phase phase)
    {
        var needed = new HashSet<string>(phase.After, StringComparer.Ordinal);
        foreach (Phase other in phases.Reverse().Where(other => needed.Contains(other.Name))) needed.UnionWith(other.After);
        return needed;
    }
}
