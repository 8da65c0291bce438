using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Rules;
using ManifestLinker.Linker.Digests;
using ManifestLinker.Compiler.Tree;

namespace ManifestLinker.Linker.Verify;

/// <summary>Compares the files of a tree with a list of MD5 digests, as the platform ships one. Links, modes and owners are not in such a list.</summary>
public static class Md5Comparison
{
    /// <summary>The differences; what <paramref name="unlisted"/> names is never in the list.</summary>
    public static IEnumerable<Finding> Compare(
        FileTree tree, IReadOnlyList<Md5Entry> list, IReadOnlyDictionary<Inode, FileDigests> digests, IReadOnlyList<ImagePath> unlisted)
    {
        var listed = new HashSet<ImagePath>(unlisted);
        foreach (Md5Entry line in list)
        {
            listed.Add(line.Path);
            if (tree.Find(line.Path) is not { } inode) yield return Difference.At(Missing.Rule, line.Path, "is missing");
            else if (inode.Kind != FileKind.Regular) yield return Difference.At(ChangedType.Rule, line.Path, "is no regular file any more");
            else if (digests[inode].Md5 != line.Md5)
                yield return Difference.Between(ChangedDigest.Rule, line.Path, "md5", line.Md5.ToString(), digests[inode].Md5.ToString());
        }
        foreach (TreeEntry entry in tree.Entries)
        {
            if (entry.Inode.Kind == FileKind.Regular && !listed.Contains(entry.Path))
                yield return Difference.At(Extra.Rule, entry.Path, "is not in the list of MD5 digests");
        }
    }
}
