using ManifestLinker.Compiler.Tree;

namespace ManifestLinker.Linker.Fat;

/// <summary>
/// Plans a FAT32 image: gives everything its place, from names and sizes alone. The same tree and options give the same image, down to the last byte.
/// </summary>
/// <remarks>
/// Owners and modes have no place in FAT and are left out; readers make up their own. Two names of one file become two files with the same content. Symbolic links
/// and devices are refused, because nothing could stand for them.
/// </remarks>
public static class FatPlanner
{
    /// <summary>The plan of an image that holds <paramref name="tree"/>, or why there is none.</summary>
    public static FatResult Plan(FileTree tree, FatOptions options)
    {
        IReadOnlyList<ImageObjection> objections = FatObjections.Of(tree, options);
        return objections.Count > 0 ? new FatUnrepresentable(objections) : new FatPlan(tree, FatLayout.Of(tree, options));
    }
}
