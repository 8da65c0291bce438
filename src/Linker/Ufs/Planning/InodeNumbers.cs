using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Tree;
using ManifestLinker.Linker.Ufs.Format;

namespace ManifestLinker.Linker.Ufs;

/// <summary>
/// Numbers objects: the top directory is 2, <c>lost+found</c> in it 3 as mkfs has it, and the rest follows in order of path,
/// each file at its first name. Directories count by path even where they share an instance: they cannot be linked.
/// </summary>
internal static class InodeNumbers
{
    public static readonly ImagePath LostAndFound = ImagePath.Parse("lost+found");

    public static Dictionary<ImagePath, uint> Assign(FileTree tree)
    {
        var numbers = new Dictionary<ImagePath, uint>(tree.Entries.Count) { [ImagePath.Root] = DiskInode.Root };
        var linked = new Dictionary<Inode, uint>(ReferenceEqualityComparer.Instance);
        uint next = DiskInode.Root + 1;
        if (HasLostAndFound(tree)) numbers.Add(LostAndFound, next++);
        foreach (TreeEntry entry in tree.Entries)
        {
            if (entry.Inode.Kind == FileKind.Directory)
            {
                if (numbers.TryAdd(entry.Path, next)) next++;
            }
            else
            {
                if (linked.TryAdd(entry.Inode, next)) next++;
                numbers.Add(entry.Path, linked[entry.Inode]);
            }
        }
        return numbers;
    }

    public static bool HasLostAndFound(FileTree tree) => tree.Find(LostAndFound)?.Kind == FileKind.Directory;
}
