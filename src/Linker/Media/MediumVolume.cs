using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Rules;
using ManifestLinker.Compiler.Tree;
using ManifestLinker.Linker.Fat;

namespace ManifestLinker.Linker.Media;

/// <summary>Plans a FAT file system of a medium, and says as findings why it cannot be.</summary>
internal static class MediumVolume
{
    // FAT knows no time before 1980.
    private const long Earliest = 315_532_800;

    /// <summary>The plan of the file system called <paramref name="name"/> in messages; null where there can be none.</summary>
    public static FatPlan? Plan(string name, FileTree tree, string label, long sectors, long time, ICollection<Finding> findings)
    {
        // Media made at different times can be told from each other.
        var options = new FatOptions { Sectors = sectors, Label = label, Time = Math.Max(time, Earliest), Serial = unchecked((uint)time) };
        FatResult result = FatPlanner.Plan(tree, options);
        if (result is FatUnrepresentable odd)
        {
            // Label and time are right, so what is wrong with the whole is that it does not fit.
            foreach ((ImagePath? path, string message) in odd.Objections)
                findings.Add(path is { } place ? MediumNotRepresentable.At(name, place, message) : MediumFull.At(name, message, "give the image another size with --size, or take a smaller platform"));
        }
        return result as FatPlan;
    }
}
