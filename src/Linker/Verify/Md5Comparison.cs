using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Profiles;
using ManifestLinker.Compiler.Rules;
using ManifestLinker.Linker.Digests;
using ManifestLinker.Compiler.Tree;

namespace ManifestLinker.Linker.Verify;

/// <summary>
/// Compares the files of a tree with a list of MD5 digests, as the platform ships one. Links, modes and owners are not in such a list. What
/// the build does after it made the list is known, and no error.
/// </summary>
public sealed class Md5Comparison
{
    private readonly FileTree tree;
    private readonly IReadOnlyDictionary<Inode, FileDigests> digests;
    private readonly Profile profile;

    private Md5Comparison(FileTree tree, IReadOnlyDictionary<Inode, FileDigests> digests, Profile profile)
    {
        this.tree = tree;
        this.digests = digests;
        this.profile = profile;
    }

    /// <summary>
    /// The differences between <paramref name="tree"/> and <paramref name="list"/>. Of a root file system that is looked at by itself, with /usr
    /// <paramref name="unmounted"/>, what should lie there is not compared: it shows copies of some of it alone.
    /// </summary>
    public static IEnumerable<Finding> Compare(
        FileTree tree, IReadOnlyList<Md5Entry> list, IReadOnlyDictionary<Inode, FileDigests> digests, Profile profile, bool unmounted) =>
        new Md5Comparison(tree, digests, profile).Compare(list, unmounted);

    private IEnumerable<Finding> Compare(IReadOnlyList<Md5Entry> list, bool isUnmounted)
    {
        var listed = new HashSet<ImagePath>(profile.AddedAfterListing);
        int outOfSight = 0;
        foreach (Md5Entry line in list)
        {
            listed.Add(line.Path);
            if (isUnmounted && line.Path.IsAtOrBelow(profile.Usr.MountPoint)) outOfSight++;
            else if (DifferenceAt(line) is { } difference) yield return Known(line.Path) is { } why ? StaleManifest.At(line.Path, why) : difference;
        }
        if (outOfSight > 0) yield return StaleManifest.Unmounted(profile.Usr.MountPoint, outOfSight);
        foreach (TreeEntry entry in tree.Entries)
        {
            if (entry.Inode.Kind != FileKind.Regular || listed.Contains(entry.Path)) continue;
            if (isUnmounted && entry.Path.IsAtOrBelow(profile.Usr.MountPoint)) continue;
            yield return Known(entry.Path) is { } why
                ? StaleManifest.At(entry.Path, why)
                : Difference.At(Extra.Rule, entry.Path, "is not in the list of MD5 digests");
        }
    }

    private Finding? DifferenceAt(Md5Entry line)
    {
        if (tree.Find(line.Path) is not { } inode) return Difference.At(Missing.Rule, line.Path, "is missing");
        if (inode.Kind != FileKind.Regular) return Difference.At(ChangedType.Rule, line.Path, "is no regular file any more");
        return digests[inode].Md5 == line.Md5
            ? null
            : Difference.Between(ChangedDigest.Rule, line.Path, "md5", line.Md5.ToString(), digests[inode].Md5.ToString());
    }

    private string? Known(ImagePath path)
    {
        if (profile.AddedAfterListing.Contains(path)) return "it was made after the list";
        // build_live empties them then; mlc before.
        return profile.Assembly.Emptied.Contains(path) && tree.Find(path) is { Kind: FileKind.Regular, Size: 0 }
            ? "it was emptied after the list was made"
            : null;
    }
}
