using ManifestLinker.Compiler.Ir;

namespace ManifestLinker.Compiler.Resolve;

/// <summary>The name that each inode of the search directories with several names has in the image: the first that a file entry gives it.</summary>
internal sealed class InodeNames
{
    private readonly Dictionary<(ulong Device, ulong Inode), ImagePath> names = [];

    /// <summary>The names that <paramref name="resolved"/> gives.</summary>
    public InodeNames(IReadOnlyList<ResolvedEntry> resolved)
    {
        foreach (ResolvedEntry entry in resolved)
        {
            if (entry.Source is { ThroughLink: false, Status.Links: > 1 } source) NameOrAdd(source, entry.Entry.Path);
        }
    }

    /// <summary>The name of <paramref name="found"/>; null where it has none.</summary>
    public ImagePath? NameOf(ProtoObject found) => names.TryGetValue((found.Status.Device, found.Status.Inode), out ImagePath name) ? name : null;

    /// <summary>The name of <paramref name="found"/>; where it has none, null, and <paramref name="path"/> is its name from now on.</summary>
    public ImagePath? NameOrAdd(ProtoObject found, ImagePath path) => names.TryAdd((found.Status.Device, found.Status.Inode), path) ? null : NameOf(found);
}
