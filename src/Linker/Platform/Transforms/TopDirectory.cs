using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Tree;

namespace ManifestLinker.Linker.Platform.Transforms;

/// <summary>The step that gives the top directory to root, with mode 0755, whatever a line for it says: newfs makes it so, and build_live sees to the owner.</summary>
public static class TopDirectory
{
    private const int Permissions = 0x1ed;

    /// <summary>The step.</summary>
    public static ImageTransform Settle(long time) => new(
        "settle the top directory",
        image => image.Find(ImagePath.Root) is { Permissions: Permissions, Uid: 0, Gid: 0 }
            ? image
            : image.With(time, new TreeEntry(ImagePath.Root, NewInode.Directory(Permissions, time))));
}
