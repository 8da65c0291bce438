using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Tree;

namespace ManifestLinker.Linker.Ufs;

/// <summary>Which directories a tree's bytes lie in.</summary>
internal static class LargestDirectories
{
    public static IReadOnlyList<(ImagePath Path, long Bytes)> Of(FileTree tree, int most)
    {
        var bytes = new Dictionary<ImagePath, long>();
        var counted = new HashSet<Inode>(ReferenceEqualityComparer.Instance);
        foreach (TreeEntry entry in tree.Entries)
        {
            if (entry.Inode.Kind != FileKind.Regular || !counted.Add(entry.Inode)) continue;
            for (ImagePath at = entry.Path.Parent; !at.IsRoot; at = at.Parent)
                bytes[at] = bytes.GetValueOrDefault(at) + entry.Inode.Size;
        }
        return
        [
            .. bytes.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).Take(most).Select(pair => (pair.Key, pair.Value)),
        ];
    }
}
