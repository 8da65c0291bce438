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

    /// <summary>The bytes of all files of the older tree, each counted once however many names it has.</summary>
    public long OldBytes { get; private init; }

    /// <summary>The bytes of all files of the newer tree.</summary>
    public long NewBytes { get; private init; }

    /// <summary>Whether nothing differs at all.</summary>
    public bool IsNone => Changes.Count == 0;

    /// <summary>Whether nothing differs that does anything.</summary>
    public bool IsNoise => Changes.All(change => change.IsNoise);

    /// <summary>The difference that <paramref name="changes"/> make up.</summary>
    public static TreeDifference Of(FileTree old, FileTree now, IReadOnlyList<ObjectChange> changes) => new()
    {
        Old = old,
        New = now,
        Changes = changes,
        OldBytes = BytesOf(old),
        NewBytes = BytesOf(now),
    };

    // No sum of lengths is larger than what the opener lets through.
    private static long BytesOf(FileTree tree) =>
        tree.Entries.Select(entry => entry.Inode).Where(inode => inode.Kind == FileKind.Regular).Distinct().Sum(inode => inode.Content.Length);
}
