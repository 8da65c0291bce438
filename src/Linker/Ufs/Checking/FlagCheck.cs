using ManifestLinker.Linker.Ufs.Format;

namespace ManifestLinker.Linker.Ufs;

/// <summary>Checks that the superblock says whether there are large files.</summary>
internal static class FlagCheck
{
    public static void Run(Superblock superblock, Census census, Problems problems) =>
        problems.Expect(
            "fs_flags",
            superblock.Bytes[Superblock.FlagsOffset],
            census.HasLargeFile ? Superblock.LargeFiles : 0,
            offset: Superblock.Offset + Superblock.FlagsOffset);
}
