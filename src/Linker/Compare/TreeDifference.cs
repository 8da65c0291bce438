using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Tree;

namespace ManifestLinker.Linker.Compare;

/// <summary>What differs between two trees: applied to the older one it gives the newer one.</summary>
public sealed class TreeDifference
{
    /// <summary>The older tree.</summary>
    public required FileTree Old { get; init; }

    /// <summary>The newer tree.</summary>
    public required FileTree New { get; init; }

    /// <summary>The names that differ, in ordinal order of their paths.</summary>
    public required IReadOnlyList<ObjectChange> Changes { get; init; }

    /// <summary>The bytes of all <see cref="Files"/> of the older tree.</summary>
    public long OldBytes => Files(Old).Sum(entry => entry.Inode.Size);

    /// <summary>The bytes of all <see cref="Files"/> of the newer tree.</summary>
    public long NewBytes => Files(New).Sum(entry => entry.Inode.Size);

    /// <summary>Files whose content follows from the rest; a compressed /usr among them would count everything twice.</summary>
    public required IReadOnlyCollection<ImagePath> Derived { get; init; }

    /// <summary>Whether nothing differs at all.</summary>
    public bool IsNone => Changes.Count == 0;

    /// <summary>Whether nothing differs that does anything.</summary>
    public bool IsNoise => Changes.All(change => change.IsNoise);

    /// <summary>The files of <paramref name="tree"/> whose bytes count, each once, by its first name.</summary>
    public IEnumerable<TreeEntry> Files(FileTree tree)
    {
        var counted = new HashSet<Inode>();
        return tree.Entries.Where(entry => entry.Inode.Kind == FileKind.Regular && !Derived.Contains(entry.Path) && counted.Add(entry.Inode));
    }
}
