using ManifestLinker.Linker.Ufs.Format;

namespace ManifestLinker.Linker.Ufs;

/// <summary>How a content of some length divides into blocks: whole ones, then perhaps a tail of a few fragments.</summary>
/// <param name="WholeBlocks">Blocks that are held as a whole, the indirect ones not counted.</param>
/// <param name="TailFragments">Fragments of the last block where it is not whole; else 0.</param>
internal readonly record struct BlockShape(long WholeBlocks, int TailFragments)
{
    /// <summary>The shape of <paramref name="bytes"/> bytes: only what direct addresses reach may end in fragments.</summary>
    public static BlockShape Of(long bytes, int blockSize, int fragmentSize)
    {
        long blocks = Rounding.Ceiling(bytes, blockSize);
        int last = Rounding.Ceiling((int)(bytes % blockSize), fragmentSize);
        return last == 0 || last == blockSize / fragmentSize || blocks > DiskInode.DirectPointers
            ? new(blocks, 0)
            : new(blocks - 1, last);
    }

    /// <summary>Indirect blocks that address this many blocks.</summary>
    public long IndirectBlocks(int pointersPerBlock)
    {
        long square = (long)pointersPerBlock * pointersPerBlock;
        long rest = WholeBlocks - DiskInode.DirectPointers;
        if (rest <= 0) return 0;
        long count = 1;
        rest -= pointersPerBlock;
        if (rest > 0) count += 1 + Rounding.Ceiling(Math.Min(rest, square), pointersPerBlock);
        rest -= square;
        if (rest > 0) count += 1 + Rounding.Ceiling(rest, square) + Rounding.Ceiling(rest, pointersPerBlock);
        return count;
    }
}
