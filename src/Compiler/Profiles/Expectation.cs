using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Resolve;

namespace ManifestLinker.Compiler.Profiles;

/// <summary>
/// What attributes the objects of a place have, by convention. One that names no attribute expects nothing: what an earlier one
/// said of its objects is lifted.
/// </summary>
public sealed record Expectation(PathGlob Paths, string Reason)
{
    /// <summary>The one type of objects it is of, <c>file</c> or <c>directory</c>, as <see cref="Entry.TypeName"/> has it; null for both.</summary>
    public string? Type { get; init; }

    /// <summary>The mode they have; null for any.</summary>
    public Mode? Mode { get; init; }

    /// <summary>The owner they have; null for any.</summary>
    public string? Owner { get; init; }

    /// <summary>The group they have; null for any.</summary>
    public string? Group { get; init; }

    /// <summary>Where it is written; null for one that is built in.</summary>
    public Location? Place { get; init; }

    /// <summary>Whether it speaks of <paramref name="entry"/>.</summary>
    public bool IsOf(NodeEntry entry) => (Type is null || Type.Equals(entry.TypeName, StringComparison.Ordinal)) && Paths.Matches(entry.Path);

    /// <summary>Whether <paramref name="entry"/> is as expected.</summary>
    public bool IsMetBy(NodeEntry entry) => entry.Has(Mode, Owner, Group);

    /// <summary>What <paramref name="entry"/> has otherwise, attribute by attribute; nothing where it is as expected.</summary>
    public IEnumerable<Difference> DifferencesOf(NodeEntry entry) => entry.DifferencesFrom(Mode, Owner, Group);
}
