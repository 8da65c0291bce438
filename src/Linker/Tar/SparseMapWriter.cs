namespace ManifestLinker.Linker.Tar;

/// <summary>
/// Writes which ranges of a file are stored in the way of GNU tar's type S: four in the header, the rest in blocks behind it ("Storing Sparse
/// Files", GNU tar manual, appendix).
/// </summary>
internal static class SparseMapWriter
{
    private const int InHeader = 4, InBlock = 21;

    /// <summary>Puts the first of <paramref name="ranges"/> and the size of the file into the header <paramref name="block"/>.</summary>
    public static void Begin(Span<byte> block, IReadOnlyList<SparseRange> ranges, long realSize)
    {
        Fill(block[SparseMap.HeaderMap], ranges.Take(InHeader));
        block[SparseMap.HeaderMore] = (byte)(ranges.Count > InHeader ? 1 : 0);
        TarNumber.Write(block[SparseMap.HeaderRealSize], realSize);
    }

    /// <summary>Writes the blocks for those of <paramref name="ranges"/> that the header has no room for, and gives their length in bytes.</summary>
    public static long Continue(IReadOnlyList<SparseRange> ranges, Stream output)
    {
        long length = 0;
        Span<byte> block = stackalloc byte[TarFormat.Block];
        for (int at = InHeader; at < ranges.Count; at += InBlock)
        {
            block.Clear();
            Fill(block[SparseMap.BlockMap], ranges.Skip(at).Take(InBlock));
            block[SparseMap.BlockMore] = (byte)(ranges.Count > at + InBlock ? 1 : 0);
            output.Write(block);
            length += TarFormat.Block;
        }
        return length;
    }

    private static void Fill(Span<byte> map, IEnumerable<SparseRange> ranges)
    {
        foreach ((long offset, long length) in ranges)
        {
            TarNumber.Write(map[..12], offset);
            TarNumber.Write(map[12..SparseMap.RangeLength], length);
            map = map[SparseMap.RangeLength..];
        }
    }
}
