using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Tree;

namespace ManifestLinker.Linker.Compare;

/// <summary>Which names of a tree stand for one object, told by the first of them.</summary>
internal sealed class NameSets
{
    private readonly Dictionary<Inode, ImagePath> first = [];

    /// <summary>The sets of those names of <paramref name="tree"/> that <paramref name="counts"/> says count.</summary>
    public NameSets(FileTree tree, Func<TreeEntry, bool> counts)
    {
        foreach (TreeEntry entry in tree.Entries)
        {
            if (entry.Inode.Kind == FileKind.Directory || !counts(entry)) continue;
            // The entries come in order.
            first.TryAdd(entry.Inode, entry.Path);
        }
    }

    /// <summary>The first name of <paramref name="inode"/>, which has one that counts.</summary>
    public ImagePath FirstOf(Inode inode) => first[inode];

    /// <summary>The first name of <paramref name="inode"/> that counts; null where none does.</summary>
    public ImagePath? AnyOf(Inode inode) => first.TryGetValue(inode, out ImagePath name) ? name : null;
}
