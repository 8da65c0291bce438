using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Ir;

namespace ManifestLinker.Compiler.Profiles;

/// <summary>
/// An object that somebody has reviewed and found right to have a set-user-id or set-group-id bit: with these attributes, and no
/// others.
/// </summary>
public sealed record SetidListing(ImagePath Path, Mode Mode, string Owner, string Group, string Reason)
{
    /// <summary>Where it is written; null for one that is built in.</summary>
    public Location? Place { get; init; }

    /// <summary>Whether <paramref name="entry"/> is as it was reviewed.</summary>
    public bool Fits(NodeEntry entry) => entry.Has(Mode, Owner, Group);

    /// <summary>What <paramref name="entry"/> has otherwise, attribute by attribute; nothing where it is as it was reviewed.</summary>
    public IEnumerable<Difference> DifferencesOf(NodeEntry entry) => entry.DifferencesFrom(Mode, Owner, Group);
}
