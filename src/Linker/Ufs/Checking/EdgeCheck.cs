using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Linker.Ufs.Format;

namespace ManifestLinker.Linker.Ufs;

/// <summary>Checks that nothing lies before the file system and behind it. Boot code would read holes of files from before it.</summary>
internal static class EdgeCheck
{
    public static void Run(ByteSource image, UfsGeometry geometry, Problems problems)
    {
        ExpectZeros(0, Superblock.Offset, "the boot block");
        long end = geometry.OffsetOf(geometry.Fragments);
        ExpectZeros(end, image.Length - end, "what lies behind the file system");

        void ExpectZeros(long start, long length, string name)
        {
            long at = start;
            bool found = false;
            image.Slice(start, length).ReadThrough(bytes =>
            {
                if (!found && bytes.IndexOfAnyExcept((byte)0) >= 0)
                {
                    found = true;
                    problems.ExpectZeros(bytes, at, name);
                }
                at += bytes.Length;
            });
        }
    }
}
