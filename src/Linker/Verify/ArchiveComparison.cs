using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Rules;
using ManifestLinker.Compiler.Tree;
using ManifestLinker.Linker.Compare;

namespace ManifestLinker.Linker.Verify;

/// <summary>Compares a platform directory with the archive that was made of it.</summary>
public static class ArchiveComparison
{
    /// <summary>What differs between <paramref name="folder"/> and <paramref name="archive"/>, both with the platform at their top.</summary>
    public static IEnumerable<Finding> Compare(FileTree folder, FileTree archive, ComparisonOptions options, CancellationToken cancel)
    {
        TreeDifference difference = TreeComparison.Compare(folder, archive, options with { Owners = false }, _ => { }, cancel);
        foreach (ObjectChange change in difference.Changes)
        {
            if (change.IsAdded) yield return Told(change, "is in the archive and not in the directory");
            else if (change.IsRemoved) yield return Told(change, "is in the directory and not in the archive");
            else if (change.Of(ObjectTrait.Type) is { } type) yield return Told(change, $"is a {type.Old} in the directory and a {type.New} in the archive");
            else if (change.Of(ObjectTrait.Target) is { } target) yield return Told(change, $"leads to '{target.Old}' in the directory and to '{target.New}' in the archive");
            // Whether a difference of bytes does anything is not asked: one was made of the other.
            else if (change.Content is not null) yield return Told(change, "has another content in the archive");
        }
    }

    private static Finding Told(ObjectChange change, string what) => Difference.At(TarballMemberMismatch.Rule, change.Path, what);
}
