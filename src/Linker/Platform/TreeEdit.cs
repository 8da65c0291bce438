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
