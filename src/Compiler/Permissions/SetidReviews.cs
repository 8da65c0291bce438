using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Profiles;

namespace ManifestLinker.Compiler.Permissions;

/// <summary>The reviewed set-id objects by their paths; of several listings of one path the last one counts.</summary>
public sealed class SetidReviews
{
    private readonly Dictionary<ImagePath, SetidListing> byPath = [];

    /// <summary>The reviews that <paramref name="listings"/> tell of.</summary>
    public SetidReviews(IEnumerable<SetidListing> listings)
    {
        foreach (SetidListing listing in listings) byPath[listing.Path] = listing;
    }

    /// <summary>The listings that count.</summary>
    public IEnumerable<SetidListing> Listings => byPath.Values;

    /// <summary>The listing of <paramref name="path"/>; null where there is none.</summary>
    public SetidListing? Of(ImagePath path) => byPath.GetValueOrDefault(path);

    /// <summary>Whether <paramref name="entry"/> has a set-id bit, and has been reviewed just as it is.</summary>
    public bool Cover(NodeEntry entry) =>
        entry.Mode.HasAny(Mode.SetIds) && Of(entry.Path) is { } listing && listing.Fits(entry);
}
