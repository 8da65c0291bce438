using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Host;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Merge;
using ManifestLinker.Compiler.Rules;
using ManifestLinker.Compiler.Tree;

namespace ManifestLinker.Compiler.Resolve;

/// <summary>
/// Compares the hard links of the manifests with the inodes of the search directories. Only names of one search directory and one
/// file system are compared; a copy with the same bytes counts as the link it was before somebody unpacked it without links.
/// </summary>
internal sealed class HardLinkSets(Union union, IReadOnlyList<ResolvedEntry> resolved, SearchPath search, IHost host)
{
    // Of longer copies no more is compared, in bytes: what is the same so far is taken for the same.
    private const int Compared = 64 * 1024;

    /// <summary>The findings, hard links first.</summary>
    public IEnumerable<Finding> Check() => Links().Concat(Files());

    private IEnumerable<Finding> Links()
    {
        HardLinkEntry[] links = [.. union.HardLinks.Where(link => union.EndOf(link).Entry is FileEntry)];
        if (links.Length == 0) yield break;
        HashSet<ImagePath> ends = [.. links.Select(link => union.EndOf(link).Path)];
        Dictionary<ImagePath, ProtoObject> sources = resolved
            .Where(entry => entry.Source is not null && ends.Contains(entry.Entry.Path))
            .ToDictionary(entry => entry.Entry.Path, entry => entry.Source!);
        var names = new InodeNames(resolved);
        var absent = new List<(HardLinkEntry Link, ProtoObject Source)>();
        var kept = new HashSet<string>(StringComparer.Ordinal);
        foreach (HardLinkEntry link in links)
        {
            HardLinkEnd end = union.EndOf(link);
            if (!sources.TryGetValue(end.Path, out ProtoObject? source)) continue;
            ProtoObject? found = search.Find(link.Path);
            if (found is null) absent.Add((link, source));
            else if (found.Kind != FileKind.Regular) yield return SourceTypeMismatch.At(link, found);
            else if (!found.Directory.Equals(source.Directory, StringComparison.Ordinal) || found.Status.Device != source.Status.Device) continue;
            else if (found.Status.Inode == source.Status.Inode) kept.Add(source.Directory);
            else if (!IsCopy(found, source)) yield return HardlinkSetDiffers.Apart(link, (FileEntry)end.Entry!, found, names.NameOf(found));
        }
        // A directory without a single one of the links was made by something that does not make them, and tells nothing.
        foreach ((HardLinkEntry link, ProtoObject source) in absent.Where(pair => kept.Contains(pair.Source.Directory)))
            yield return HardlinkSetDiffers.Absent(link, union.EndOf(link).Path, source);
    }

    private IEnumerable<Finding> Files() => resolved
        .Where(entry => entry is { Entry: FileEntry, Source: { ThroughLink: false, Status.Links: > 1 } })
        .GroupBy(entry => (entry.Source!.Directory, entry.Source.Status.Device, entry.Source.Status.Inode))
        .SelectMany(names => names.Skip(1).Select(other =>
            HardlinkSetDiffers.Together((FileEntry)names.First().Entry, (FileEntry)other.Entry, other.Source!)));

    private bool IsCopy(ProtoObject a, ProtoObject b)
    {
        if (a.Status.Size != b.Status.Size || !host.CanRead(a.HostPath) || !host.CanRead(b.HostPath)) return false;
        long length = Math.Min(Compared, a.Status.Size);
        return a.Content(host).Slice(0, length).ToArray().AsSpan().SequenceEqual(b.Content(host).Slice(0, length).ToArray());
    }
}
