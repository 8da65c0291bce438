using ManifestLinker.Compiler.Tree;

namespace ManifestLinker.Linker.Iso;

/// <summary>
/// Plans an ISO 9660 image with Rock Ridge, and with a boot catalogue where something is to be started: gives everything its place, from names and sizes
/// alone. The same tree and options give the same image, down to the last byte.
/// </summary>
/// <remarks>
/// Directories lie where they are, however deep, as with mkisofs -D; no system that reads Rock Ridge minds. The boot catalogue is not a file of the tree.
/// </remarks>
public static class IsoPlanner
{
    /// <summary>The plan of an image that holds <paramref name="tree"/>, or why there is none.</summary>
    public static IsoResult Plan(FileTree tree, IsoOptions options)
    {
        IReadOnlyList<ImageObjection> objections = IsoObjections.Of(tree, options);
        return objections.Count > 0 ? new IsoUnrepresentable(objections) : new IsoPlan(tree, IsoLayout.Of(tree, options));
    }
}
