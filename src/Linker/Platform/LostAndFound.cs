using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Tree;

namespace ManifestLinker.Linker.Platform;

/// <summary>The directory that mkfs makes in every UFS file system, for what fsck finds without a name.</summary>
public static class LostAndFound
{
    private static readonly ImagePath Place = ImagePath.Parse("lost+found");

    /// <summary><paramref name="tree"/> with a lost+found at its top, mode 0700, unless it has one.</summary>
    public static FileTree In(FileTree tree, long time) => tree.Find(Place) is null
        ? tree.With(time, new TreeEntry(Place, NewInode.Directory(0x1c0, time)))
        : tree;
}
