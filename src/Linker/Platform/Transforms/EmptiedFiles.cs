using ManifestLinker.Compiler.Ir;

namespace ManifestLinker.Linker.Platform.Transforms;

/// <summary>
/// The step that empties logs. Mode and owner stay those of the manifest; build_live gave them to root with mode 0644, which is what a log has
/// here only where no manifest delivers it.
/// </summary>
public static class EmptiedFiles
{
    /// <summary>Empties <paramref name="places"/>, and adds those that are not there.</summary>
    public static ImageTransform Empty(IReadOnlyList<ImagePath> places, long time) => new(
        "empty the logs",
        image => places.Aggregate(image, (tree, place) => tree.WithContent(place, [], time)));
}
