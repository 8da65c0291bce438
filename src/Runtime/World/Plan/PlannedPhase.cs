using ManifestLinker.Runtime.World.Facts;
using ManifestLinker.Runtime.World.Phases;

namespace ManifestLinker.Runtime.World.Plan;

/// <summary>
/// A phase as it stands: what it depends on now, why it would run (nothing where it is up to date), and how its last run went. Which phases before it
/// would run, too, is in <see cref="Waiting"/>.
/// </summary>
internal sealed record PlannedPhase(Phase Phase, FactList Facts, IReadOnlyList<string> Reasons, PhaseState? Last, IReadOnlyList<string> Waiting)
{
    /// <summary>Whether what it makes is there, made of what there is now.</summary>
    public bool IsUpToDate => Reasons.Count == 0;
}
