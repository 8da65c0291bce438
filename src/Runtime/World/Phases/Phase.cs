using ManifestLinker.Runtime.Workspace;

namespace ManifestLinker.Runtime.World.Phases;

/// <summary>A compile phase with its paths looked up.</summary>
internal sealed record Phase(PhaseSection Section, PhasePath Directory, IReadOnlyList<PhasePath> Sources, IReadOnlyList<PhasePath> Outputs)
{
    /// <summary>What it is called.</summary>
    public string Name => Section.Name.Value;

    /// <summary>The names of the phases that must be done before, in order and each once.</summary>
    public IReadOnlyList<string> After { get; } =
        [.. Section.After.Select(needed => needed.Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
