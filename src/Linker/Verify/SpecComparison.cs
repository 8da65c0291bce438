using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Rules;
using ManifestLinker.Linker.Digests;
using ManifestLinker.Linker.Mtree;
using ManifestLinker.Compiler.Tree;

namespace ManifestLinker.Linker.Verify;

/// <summary>Compares a tree with an mtree(5) listing: whatever a line of the listing states must hold.</summary>
public static class SpecComparison
{
    /// <summary>The differences, object by object.</summary>
    public static IEnumerable<Finding> Compare(
        FileTree tree, IReadOnlyList<MtreeEntry> spec, IReadOnlyDictionary<Inode, FileDigests> digests)
    {
        var listed = new HashSet<ImagePath>();
        foreach (MtreeEntry line in spec)
        {
            listed.Add(line.Path);
            if (tree.Find(line.Path) is not { } inode) yield return Difference.At(Missing.Rule, line.Path, "is missing");
            else
            {
                foreach (Finding difference in Compare(tree, new TreeEntry(line.Path, inode), line, digests)) yield return difference;
            }
        }
        foreach (TreeEntry entry in tree.Entries)
        {
            if (!listed.Contains(entry.Path)) yield return Difference.At(Extra.Rule, entry.Path, "is not in the listing");
        }
    }

    private static IEnumerable<Finding> Compare(
        FileTree tree, TreeEntry entry, MtreeEntry line, IReadOnlyDictionary<Inode, FileDigests> digests)
    {
        Inode inode = entry.Inode;
        if (line.Kind is { } kind && kind != inode.Kind)
        {
            yield return Difference.Between(ChangedType.Rule, entry.Path, "type", Name(kind), Name(inode.Kind));
            // Nothing else about the two can be compared.
            yield break;
        }
        if (line.Device is { } device && device != inode.Device)
            yield return Difference.Between(ChangedType.Rule, entry.Path, "device", device.ToString(), inode.Device.ToString());
        if (line.Permissions is { } mode && mode != inode.Permissions)
            yield return Difference.Between(ChangedMode.Rule, entry.Path, "mode", new Mode(mode).ToString(), new Mode(inode.Permissions).ToString());
        if (line.Uid is { } uid && uid != inode.Uid)
            yield return Difference.Between(ChangedOwner.Rule, entry.Path, "uid", $"{uid}", $"{inode.Uid}");
        if (line.Gid is { } gid && gid != inode.Gid)
            yield return Difference.Between(ChangedOwner.Rule, entry.Path, "gid", $"{gid}", $"{inode.Gid}");
        if (line.Target is { } target && !target.Equals(inode.Target, StringComparison.Ordinal))
            yield return Difference.Between(ChangedTarget.Rule, entry.Path, "link", target, inode.Target);
        if (line.Links is { } links && links != tree.Links(entry))
            yield return Difference.Between(ChangedNlink.Rule, entry.Path, "nlink", $"{links}", $"{tree.Links(entry)}");
        if (line.Modified is { } time && time != inode.Modified)
            yield return Difference.Between(ChangedTime.Rule, entry.Path, "time", $"{time}", $"{inode.Modified}");
        if (inode.Kind != FileKind.Regular) yield break;
        if (line.Size is { } size && size != inode.Size)
            yield return Difference.Between(ChangedDigest.Rule, entry.Path, "size", $"{size}", $"{inode.Size}");
        else if (line.Sha256 is { } sha256 && sha256 != digests[inode].Sha256)
            yield return Difference.Between(ChangedDigest.Rule, entry.Path, "sha256", sha256.ToString(), digests[inode].Sha256.ToString());
        else if (line.Md5 is { } md5 && md5 != digests[inode].Md5)
            yield return Difference.Between(ChangedDigest.Rule, entry.Path, "md5", md5.ToString(), digests[inode].Md5.ToString());
    }

    private static string Name(FileKind kind) => MtreeType.WordFor(kind);
}
