using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Linker.Iso.Format;
using ManifestLinker.Linker.Problems;

namespace ManifestLinker.Linker.Iso;

/// <summary>
/// Counts again what an ISO image says of itself: descriptors, path tables, directories, the boot catalogue, and that nothing lies on something else. It knows the
/// structures of the format and nothing of how images are planned.
/// </summary>
public static class IsoChecker
{
    /// <summary>All problems of <paramref name="image"/>, none for a sound one. Any bytes may be checked; what cannot be read ends the check with one problem.</summary>
    public static IReadOnlyList<ImageProblem> Check(ByteSource image, CancellationToken cancel = default) => ProblemList.Of(problems => Check(image, problems, cancel));

    private static void Check(ByteSource image, ProblemList problems, CancellationToken cancel)
    {
        var volume = IsoVolume.Open(image);
        byte[][] descriptors = [.. IsoVolume.Descriptors(image)];
        int first = Array.FindIndex(descriptors, descriptor => descriptor[0] == IsoFormat.Primary);
        DescriptorCheck.Run(image, descriptors.Length, descriptors[first], (IsoFormat.FirstDescriptor + first) * (long)IsoFormat.Sector, problems);
        var directories = new DirectoryCheck(volume, problems);
        directories.Run();
        PathTableCheck.Run(volume, descriptors[first], directories.Directories, problems);
        CheckOverlaps(directories.Ranges, problems);
        BootCheck.Run(image, directories.Ranges, problems);

        // The tree itself, with all of Rock Ridge.
        IsoReader.Read(image, cancel);
    }

    private static void CheckOverlaps(IReadOnlyList<(long Start, long End, bool IsDirectory)> ranges, ProblemList problems)
    {
        long free = (IsoFormat.FirstDescriptor + 1) * (long)IsoFormat.Sector;
        foreach ((long start, long end, bool isDirectory) in ranges.OrderBy(range => range.Start))
        {
            if (start < free) problems.Add($"{(isDirectory ? "a directory" : "a file")} lies on what is before it", start);
            free = Math.Max(free, end);
        }
    }
}
