using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Tree;
using ManifestLinker.Linker.Digests;

namespace ManifestLinker.Linker.Compare;

/// <summary>
/// Finds what was moved: a file that is gone, and one that is new, with the same content. Empty files are not moved, they are all the
/// same. Of several with one content those with the same last name belong together, then the first with the first.
/// </summary>
internal static class Moves
{
    /// <summary><paramref name="changes"/> with the places that things were moved to and from.</summary>
    public static IReadOnlyList<ObjectChange> Mark(IReadOnlyList<ObjectChange> changes, CancellationToken cancel)
    {
        ObjectChange[] gone = [.. changes.Where(change => change.IsRemoved && CanMove(change.Old!))];
        ObjectChange[] added = [.. changes.Where(change => change.IsAdded && CanMove(change.New!))];
        // Only what has a counterpart of its length is read.
        HashSet<long> lengths = [.. gone.Select(change => change.Old!.Size)];
        lengths.IntersectWith(added.Select(change => change.New!.Size));
        if (lengths.Count == 0) return changes;

        var digests = new Dictionary<Inode, Digest>();
        ILookup<Digest, ObjectChange> bySource = gone.Where(change => lengths.Contains(change.Old!.Size)).ToLookup(change => Of(change.Old!));
        ILookup<Digest, ObjectChange> byContent = added.Where(change => lengths.Contains(change.New!.Size)).ToLookup(change => Of(change.New!));
        var moved = new Dictionary<ImagePath, ImagePath>();
        foreach (IGrouping<Digest, ObjectChange> source in bySource) Pair([.. source], [.. byContent[source.Key]], moved);
        return [.. changes.Select(change => moved.TryGetValue(change.Path, out ImagePath other) ? change with { Moved = other } : change)];

        Digest Of(Inode inode)
        {
            if (!digests.TryGetValue(inode, out Digest digest)) digests.Add(inode, digest = ContentDigests.Of(inode.Content, cancel).Sha256);
            return digest;
        }
    }

    private static void Pair(List<ObjectChange> gone, List<ObjectChange> added, Dictionary<ImagePath, ImagePath> moved)
    {
        ILookup<string, ObjectChange> byName = added.ToLookup(change => change.Path.Name, StringComparer.Ordinal);
        var unpaired = new List<ObjectChange>();
        foreach (IGrouping<string, ObjectChange> named in gone.GroupBy(change => change.Path.Name, StringComparer.Ordinal))
        {
            ObjectChange[] here = [.. named];
            ObjectChange[] there = [.. byName[named.Key]];
            for (int i = 0; i < here.Length; i++)
            {
                if (i < there.Length) Tell(here[i], there[i]);
                else unpaired.Add(here[i]);
            }
        }
        var left = new Queue<ObjectChange>(unpaired.OrderBy(change => change.Path));
        foreach (ObjectChange free in added)
        {
            if (!moved.ContainsKey(free.Path) && left.TryDequeue(out ObjectChange? from)) Tell(from, free);
        }

        void Tell(ObjectChange from, ObjectChange to)
        {
            moved[from.Path] = to.Path;
            moved[to.Path] = from.Path;
        }
    }

    private static bool CanMove(Inode inode) => inode is { Kind: FileKind.Regular, Size: > 0 };
}
