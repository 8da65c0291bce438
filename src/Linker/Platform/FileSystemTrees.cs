using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Profiles;
using ManifestLinker.Compiler.Tree;

namespace ManifestLinker.Linker.Platform;

/// <summary>The trees of the two file systems of a platform, each from its own top.</summary>
public sealed record FileSystemTrees(FileTree Root, FileTree Usr)
{
    /// <summary>
    /// Parts <paramref name="image"/> at the mount point. The root keeps the mount point, with the attributes its line declares, the
    /// underfiles below it, and a place for the compressed /usr, which <see cref="WithCompressedUsr"/> fills.
    /// </summary>
    public static FileSystemTrees Part(FileTree image, Profile profile, long time)
    {
        ImagePath point = profile.Usr.MountPoint;
        FileTree whole = image.Find(point) is null
            ? image.With(time, new TreeEntry(point, NewInode.Directory(0x1ed, time)))
            : image;
        FileTree root = whole.Without(point).With(time, Underfiles.Copies(whole, profile, time));
        return new FileSystemTrees(LostAndFound.In(root, time), LostAndFound.In(whole.Below(point), time));
    }

    /// <summary>The root with the compressed /usr in it: mode 0600, as mkfile leaves the image that lofiadm compresses.</summary>
    public FileTree WithCompressedUsr(ImagePath place, Compiler.Bytes.ByteSource content, long time) =>
        Root.With(time, new TreeEntry(place, NewInode.File(0x180, time, content)));
}
