using ManifestLinker.Compiler.Ir;

namespace ManifestLinker.Compiler.Tree;

/// <summary>
/// A file system as a value: all names in ordinal order of their paths, the top directory first. What a writer takes and a
/// reader gives.
/// </summary>
public sealed class FileTree
{
    private readonly Dictionary<ImagePath, Inode> inodes;
    private readonly Dictionary<ImagePath, List<TreeEntry>> children = [];
    private readonly Dictionary<Inode, int> names = [];

    /// <summary>
    /// Builds a tree of <paramref name="entries"/>, in any order. Every entry's parent must be a directory of the tree, the top
    /// directory included, and no path may stand twice (<see cref="ArgumentException"/>).
    /// </summary>
    public FileTree(IEnumerable<TreeEntry> entries)
    {
        TreeEntry[] sorted = [.. entries];
        Array.Sort(sorted, (a, b) => a.Path.CompareTo(b.Path));
        inodes = new(sorted.Length);
        foreach (TreeEntry entry in sorted)
        {
            if (!inodes.TryAdd(entry.Path, entry.Inode))
                throw new ArgumentException($"'{entry.Path}' stands twice in the tree", nameof(entries));
            names[entry.Inode] = names.GetValueOrDefault(entry.Inode) + 1;
            if (entry.Inode.Kind == FileKind.Directory) children.Add(entry.Path, []);
        }
        foreach (TreeEntry entry in sorted)
        {
            if (entry.Path.IsRoot) continue;
            if (!children.TryGetValue(entry.Path.Parent, out List<TreeEntry>? siblings))
                throw new ArgumentException($"'{entry.Path}' lies in no directory of the tree", nameof(entries));
            siblings.Add(entry);
        }
        if (!children.ContainsKey(ImagePath.Root)) throw new ArgumentException("the tree has no top directory", nameof(entries));
        Entries = sorted;
    }

    /// <summary>All names, in ordinal order of their paths.</summary>
    public IReadOnlyList<TreeEntry> Entries { get; }

    /// <summary>The object at <paramref name="path"/>, symbolic links not followed; null where there is none.</summary>
    public Inode? Find(ImagePath path) => inodes.GetValueOrDefault(path);

    /// <summary>What the directory <paramref name="path"/> holds, in ordinal order of names; nothing where it is no directory.</summary>
    public IReadOnlyList<TreeEntry> Children(ImagePath path) => children.TryGetValue(path, out List<TreeEntry>? held) ? held : [];

    /// <summary>
    /// The link count as a Unix file system keeps it: the number of names of a file; for a directory 2 and one more for
    /// each directory in it.
    /// </summary>
    public int Links(TreeEntry entry) => entry.Inode.Kind == FileKind.Directory
        ? 2 + Children(entry.Path).Count(child => child.Inode.Kind == FileKind.Directory)
        : names[entry.Inode];
}
