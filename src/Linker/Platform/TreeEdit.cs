using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Tree;

namespace ManifestLinker.Linker.Platform;

/// <summary>Makes new trees of trees.</summary>
public static class TreeEdit
{
    /// <summary>
    /// <paramref name="tree"/> with <paramref name="added"/>; an entry whose path is taken replaces what is there, and
    /// directories that are missing above it are made with mode 0755 and owner root, as tar and mkdir make them.
    /// </summary>
    public static FileTree With(this FileTree tree, long time, params IEnumerable<TreeEntry> added)
    {
        Dictionary<ImagePath, Inode> inodes = tree.Entries.ToDictionary(entry => entry.Path, entry => entry.Inode);
        foreach (TreeEntry entry in added)
        {
            inodes[entry.Path] = entry.Inode;
            for (ImagePath parent = entry.Path.Parent; !inodes.ContainsKey(parent); parent = parent.Parent)
                inodes[parent] = NewInode.Directory(0x1ed, time);
        }
        return new FileTree(inodes.Select(pair => new TreeEntry(pair.Key, pair.Value)));
    }

    /// <summary>
    /// <paramref name="tree"/> with <paramref name="content"/> in the file at <paramref name="path"/>, whose attributes and other names stay; one
    /// that is not there is added with mode 0644 and owner root. The same tree where that is what the file holds.
    /// </summary>
    public static FileTree WithContent(this FileTree tree, ImagePath path, byte[] content, long time)
    {
        if (tree.Find(path) is not { } before) return tree.With(time, new TreeEntry(path, NewInode.File(0x1a4, time, new MemoryBytes(content))));
        if (before.Content.Length == content.Length && before.Content.ToArray().AsSpan().SequenceEqual(content)) return tree;
        var after = new Inode
        {
            Kind = FileKind.Regular,
            Permissions = before.Permissions,
            Uid = before.Uid,
            Gid = before.Gid,
            Modified = time,
            Content = new MemoryBytes(content),
        };
        return new FileTree(tree.Entries.Select(entry => ReferenceEquals(entry.Inode, before) ? entry with { Inode = after } : entry));
    }

    /// <summary>The part of <paramref name="tree"/> at and below the directory <paramref name="top"/>, as a tree of its own.</summary>
    public static FileTree Below(this FileTree tree, ImagePath top) => new(tree.Entries
        .Where(entry => entry.Path.IsAtOrBelow(top))
        .Select(entry => new TreeEntry(entry.Path.RelativeTo(top), entry.Inode)));

    /// <summary>The rest: <paramref name="tree"/> without what lies below <paramref name="top"/>, which itself stays, empty.</summary>
    public static FileTree Without(this FileTree tree, ImagePath top) => new(tree.Entries
        .Where(entry => entry.Path == top || !entry.Path.IsAtOrBelow(top)));

    /// <summary><paramref name="tree"/> with <paramref name="mounted"/> at <paramref name="point"/>, hiding what lies there.</summary>
    public static FileTree Mount(this FileTree tree, ImagePath point, FileTree mounted) => new(tree.Entries
        .Where(entry => !entry.Path.IsAtOrBelow(point))
        .Concat(mounted.Entries.Select(entry => new TreeEntry(entry.Path.Below(point), entry.Inode))));
}
