using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Linker.Problems;

namespace ManifestLinker.Linker.Fat;

/// <summary>
/// Counts again what a FAT file system says of itself: that its tables are the same, that each cluster in use belongs to one chain, that chains are as long as files, how
/// directories begin, the copy of the boot sector, and the number of free clusters. It knows the structures of the format and nothing of how images are planned.
/// </summary>
public static class FatChecker
{
    /// <summary>All problems of <paramref name="image"/>, none for a sound one. Any bytes may be checked; what cannot be read ends the check with one problem.</summary>
    public static IReadOnlyList<ImageProblem> Check(ByteSource image, CancellationToken cancel = default) => ProblemList.Of(problems =>
    {
        var volume = FatVolume.Open(image);
        TableCheck.CompareCopies(volume, problems, cancel);
        TableCheck.CheckFirst(volume, problems);
        var used = new UsedClusters(volume, problems);
        new DirectoryCheck(volume, used, problems, cancel).Run();
        BootCheck.Run(volume, TableCheck.CountFree(volume, used, problems, cancel), problems);
    });
}
