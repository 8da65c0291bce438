using ManifestLinker.Compiler.Profiles;
using ManifestLinker.Compiler.Tree;

namespace ManifestLinker.Linker.Platform;

/// <summary>
/// What lies in the root image under the mount point of /usr: copies of the programs and libraries that run until /usr is
/// mounted. A symbolic link stays one; a file that has other names in /usr arrives as a file of its own; the directories above
/// have mode 0755 and belong to root, because the archive that carries the copies today holds the leaves alone.
/// </summary>
public static class Underfiles
{
    /// <summary>The copies of <paramref name="profile"/>'s underfiles in <paramref name="image"/>; a missing one is left out.</summary>
    public static IEnumerable<TreeEntry> Copies(FileTree image, Profile profile, long time)
    {
        foreach (Compiler.Ir.ImagePath path in profile.Underfiles)
        {
            if (image.Find(path) is { Kind: not FileKind.Directory } original) yield return new TreeEntry(path, CopyOf(original));
        }
        if (profile.UnderShell is ({ } shell, { } target)) yield return new TreeEntry(shell, NewInode.Link(target, time));
    }

    private static Inode CopyOf(Inode original) => new()
    {
        Kind = original.Kind,
        Permissions = original.Permissions,
        Uid = original.Uid,
        Gid = original.Gid,
        Modified = original.Modified,
        Content = original.Content,
        Target = original.Target,
        Device = original.Device,
    };
}
