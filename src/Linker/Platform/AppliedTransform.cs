using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Tree;

namespace ManifestLinker.Linker.Platform;

/// <summary>A step of the assembly that was applied, and which paths it added, replaced or removed, in ordinal order.</summary>
public sealed record AppliedTransform(string Name, IReadOnlyList<ImagePath> Touched)
{
    /// <summary>Applies <paramref name="transforms"/> to <paramref name="tree"/>, one after the other, and takes down what each touched.</summary>
    public static (FileTree Tree, IReadOnlyList<AppliedTransform> Applied) All(FileTree tree, IEnumerable<ImageTransform> transforms)
    {
        var applied = new List<AppliedTransform>();
        foreach (ImageTransform transform in transforms)
        {
            FileTree after = transform.Apply(tree);
            applied.Add(new AppliedTransform(transform.Name, [.. Differences(tree, after)]));
            tree = after;
        }
        return (tree, applied);
    }

    // An object that is untouched is the same instance.
    private static IEnumerable<ImagePath> Differences(FileTree before, FileTree after) => after.Entries
        .Where(entry => !ReferenceEquals(before.Find(entry.Path), entry.Inode))
        .Concat(before.Entries.Where(entry => after.Find(entry.Path) is null))
        .Select(entry => entry.Path)
        .Order();
}
