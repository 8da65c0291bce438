namespace ManifestLinker.Linker.Ufs;

/// <summary>How full a planned file system is.</summary>
/// <param name="FragmentsUsed">Fragments of data, directories and indirect blocks.</param>
/// <param name="BlocksFree">Blocks that are free as a whole.</param>
/// <param name="FragmentsFree">Free fragments that are no part of a free block.</param>
/// <param name="InodesUsed">Used inodes, the two reserved ones included.</param>
/// <param name="InodesFree">Free inodes.</param>
/// <param name="Directories">Directories, the top one included.</param>
public sealed record UfsUsage(
    long FragmentsUsed, int BlocksFree, int FragmentsFree, int InodesUsed, int InodesFree, int Directories);
