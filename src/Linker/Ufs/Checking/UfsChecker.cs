using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Linker.Ufs.Format;

namespace ManifestLinker.Linker.Ufs;

/// <summary>
/// Checks an image as fsck does (illumos <c>fs.d/ufs/fsck</c>), and what fsck leaves out: every backup superblock, the counts of
/// free runs, and that nothing but zeros lies where nothing is stored. It knows the structures of the format and nothing
/// of how images are planned.
/// </summary>
public static class UfsChecker
{
    /// <summary>
    /// All problems of <paramref name="image"/>, none for a sound one. Any bytes may be checked; where the superblock makes no
    /// sense the rest is left out.
    /// </summary>
    public static IReadOnlyList<UfsProblem> Check(ByteSource image)
    {
        var problems = new Problems();
        if (image.Length < Superblock.Offset + Superblock.Reserved)
        {
            problems.Damage($"the image has {image.Length} bytes, too few for a superblock");
            return problems.All;
        }
        var superblock = Superblock.Read(image, Superblock.Offset);
        if (GeometryReader.WhyNot(superblock, image.Length) is string why)
        {
            problems.Damage($"{why}", offset: Superblock.Offset);
            return problems.All;
        }
        UfsGeometry geometry = GeometryReader.Of(superblock, image.Length);
        if (!SuperblockCheck.Run(superblock, geometry, problems)) return problems.All;

        BackupCheck.Run(image, superblock, geometry, problems);
        var census = new Census(geometry);
        new InodeCheck(image, census, problems).Run();
        new DirectoryCheck(image, census, problems).Run();
        LinkCheck.Run(census, problems);
        new GroupCheck(image, superblock, census, problems).Run();
        FlagCheck.Run(superblock, census, problems);
        EdgeCheck.Run(image, geometry, problems);
        return problems.All;
    }
}
