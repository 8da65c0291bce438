using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Tree;
using ManifestLinker.Linker.Pipeline;

namespace ManifestLinker.Linker.Compare;

/// <summary>Compares two trees, name by name. Each pair of files is read once, however many names it has.</summary>
public static class TreeComparison
{
    /// <summary>
    /// What differs between <paramref name="old"/> and <paramref name="now"/>; <paramref name="advance"/> is told the bytes of the
    /// newer one that are done with. What cannot be read is an <see cref="InvalidDataException"/> that names it.
    /// </summary>
    public static TreeDifference Compare(FileTree old, FileTree now, ComparisonOptions options, Action<long> advance, CancellationToken cancel)
    {
        IReadOnlyDictionary<(Inode Old, Inode New), ContentChange?> contents = CompareContents(old, now, options, advance, cancel);
        var oldSets = new NameSets(old, entry => now.Find(entry.Path)?.Kind == entry.Inode.Kind);
        var newSets = new NameSets(now, entry => old.Find(entry.Path)?.Kind == entry.Inode.Kind);
        var allNew = new NameSets(now, _ => true);
        var attributes = new AttributeComparison(old, now, oldSets, newSets, options.Owners);
        var changes = new List<ObjectChange>();
        foreach ((ImagePath path, Inode? before, Inode? after) in Names(old, now))
        {
            if (before is null || after is null)
            {
                changes.Add(new ObjectChange(path, before, after) { OtherName = OtherName(path, after) });
                continue;
            }
            IReadOnlyList<AttributeChange> differing = attributes.Compare(path, before, after);
            ContentChange? content = contents.GetValueOrDefault((before, after));
            if (content is not null && options.Derived.Contains(path)) content = new ContentChange(ContentNature.Derived, "what follows from the rest of the image");
            if (differing.Count > 0 || content is not null)
                changes.Add(new ObjectChange(path, before, after) { Attributes = differing, Content = content, OtherName = before.Kind == after.Kind ? null : OtherName(path, after) });
        }
        return new TreeDifference { Old = old, New = now, Changes = Moves.Mark(changes, cancel), Derived = options.Derived };

        // Rather one that the older tree has as well: then the new name alone is news.
        ImagePath? OtherName(ImagePath path, Inode? inode)
        {
            if (inode is null or { Kind: FileKind.Directory }) return null;
            ImagePath other = newSets.AnyOf(inode) ?? allNew.FirstOf(inode);
            return other == path ? null : other;
        }
    }

    /// <summary>The bytes of the newer tree that <see cref="Compare"/> tells to be done with in the end, about.</summary>
    public static long Work(FileTree old, FileTree now) => Pairs(old, now).Keys.Sum(pair => pair.New.Size);

    private static Dictionary<(Inode Old, Inode New), ContentChange?> CompareContents(
        FileTree old, FileTree now, ComparisonOptions options, Action<long> advance, CancellationToken cancel)
    {
        var comparison = new ContentComparison(options.Spool);
        var contents = new Dictionary<(Inode Old, Inode New), ContentChange?>();
        // In the order of the names: what lies together in a directory lies together in a compressed image. The results are small and wait.
        KeyValuePair<(Inode Old, Inode New), ImagePath>[] pairs = [.. Pairs(old, now)];
        OrderedPipeline.Run(
            pairs,
            (pair, stop) =>
            {
                ContentChange? change = Read(pair.Value, () => comparison.Compare(pair.Key.Old.Content, pair.Key.New.Content, stop));
                advance(pair.Key.New.Size);
                return (pair.Key, change);
            },
            result => contents.Add(result.Key, result.change),
            options.Jobs,
            cancel,
            window: pairs.Length);
        return contents;
    }

    private static ContentChange? Read(ImagePath path, Func<ContentChange?> read)
    {
        try
        {
            return read();
        }
        catch (InvalidDataException e)
        {
            throw new InvalidDataException($"'{path}' cannot be read: {e.Message}", e);
        }
    }

    // Each pair of files with a name in common, with the first of such names.
    private static Dictionary<(Inode Old, Inode New), ImagePath> Pairs(FileTree old, FileTree now)
    {
        var pairs = new Dictionary<(Inode Old, Inode New), ImagePath>();
        foreach (TreeEntry entry in now.Entries)
        {
            if (entry.Inode.Kind == FileKind.Regular && old.Find(entry.Path) is { Kind: FileKind.Regular } before)
                pairs.TryAdd((before, entry.Inode), entry.Path);
        }
        return pairs;
    }

    // Both lists are in ordinal order.
    private static IEnumerable<(ImagePath Path, Inode? Old, Inode? New)> Names(FileTree old, FileTree now)
    {
        IReadOnlyList<TreeEntry> ours = old.Entries;
        IReadOnlyList<TreeEntry> theirs = now.Entries;
        for (int i = 0, j = 0; i < ours.Count || j < theirs.Count;)
        {
            int order = i == ours.Count ? 1 : j == theirs.Count ? -1 : ours[i].Path.CompareTo(theirs[j].Path);
            if (order == 0) yield return (ours[i].Path, ours[i++].Inode, theirs[j++].Inode);
            else if (order < 0) yield return (ours[i].Path, ours[i++].Inode, null);
            else yield return (theirs[j].Path, null, theirs[j++].Inode);
        }
    }
}
