using ManifestLinker.Compiler.Ir;

namespace ManifestLinker.Compiler.Merge;

/// <summary>
/// Where a hard link ends after following hard links to hard links, in whatever order they are declared: at an entry that is
/// none, at a path that nobody declares (<see cref="Entry"/> is null), or nowhere, because it leads back to itself.
/// </summary>
public readonly record struct HardLinkEnd(ImagePath Path, Entry? Entry, bool IsCycle)
{
    /// <summary>Follows <paramref name="link"/> through <paramref name="union"/>.</summary>
    public static HardLinkEnd Of(HardLinkEntry link, Union union)
    {
        var seen = new HashSet<ImagePath> { link.Path };
        for (ImagePath at = link.Existing; ;)
        {
            if (!seen.Add(at)) return new(at, null, IsCycle: true);
            Entry? entry = union.Find(at);
            if (entry is not HardLinkEntry next) return new(at, entry, IsCycle: false);
            at = next.Existing;
        }
    }
}
