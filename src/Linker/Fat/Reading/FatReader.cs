using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Compiler.Tree;

namespace ManifestLinker.Linker.Fat;

/// <summary>Reads the tree of a FAT file system.</summary>
public static class FatReader
{
    /// <summary>More names than any image of a platform has; a tree of more is refused.</summary>
    internal const int MostNames = 1_000_000;
}
