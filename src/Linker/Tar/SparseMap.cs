using ManifestLinker.Compiler.Bytes;

namespace ManifestLinker.Linker.Tar;

/// <summary>
/// The four ways in which GNU tar writes which ranges of a sparse file are stored: in the header and blocks behind it (type S), in
/// records of the extended header (versions 0.0 and 0.1), and as decimal lines before the content (1.0). "Storing Sparse Files",
/// GNU tar manual, appendix.
/// </summary>
internal static class SparseMap
{
    /// <summary>Bytes of a range in a header or a block behind it: offset and length, 12 each.</summary>
    public const int RangeLength = 24;

    /// <summary>Four ranges, and whether a block with more follows, in a header of type S; then the size of the file.</summary>
    public static readonly Range HeaderMap = 386..482, HeaderRealSize = 483..495;

    /// <summary>The byte of a header that is 1 where a block with more ranges follows.</summary>
    public const int HeaderMore = 482;

    /// <summary>The 21 ranges of a block.</summary>
    public static readonly Range BlockMap = 0..504;

    /// <summary>As <see cref="HeaderMore"/>, in a block.</summary>
    public const int BlockMore = 504;

    // A map is held in memory; the file systems that make such files have no more pieces to a file.
    private const int MostRanges = 1 << 20;

    // Longest decimal 64-bit number and its line feed.
    private const int MaxLine = 21;

    /// <summary>The bytes of blocks with further ranges that stand between the header at <paramref name="header"/> and the content.</summary>
    public static long ReadOldGnu(ByteSource tar, long header, out List<SparseRange> ranges, out long realSize)
    {
        Span<byte> block = stackalloc byte[TarFormat.Block];
        tar.Read(header, block);
        ranges = [];
        realSize = TarNumber.Read(block[HeaderRealSize], "real size");
        AddRanges(block[HeaderMap], ranges);
        long at = header + TarFormat.Block;
        for (bool more = block[HeaderMore] != 0; more; more = block[BlockMore] != 0)
        {
            if (tar.Length - at < TarFormat.Block) throw new InvalidDataException("the archive ends within a sparse file's map");
            tar.Read(at, block);
            AddRanges(block[BlockMap], ranges);
            if (ranges.Count > MostRanges) throw TooMany();
            at += TarFormat.Block;
        }
        return at - header - TarFormat.Block;
    }

    /// <summary>The content that <paramref name="records"/> say is sparse; <paramref name="stored"/> itself where they do not.</summary>
    public static ByteSource Apply(PaxRecords records, ByteSource stored)
    {
        if (records["GNU.sparse.major"] is { } major)
        {
            if (major is not "1") throw new InvalidDataException($"sparse files of version {major} are unknown");
            List<SparseRange> inContent = ReadLines(stored, out long start);
            return new SparseBytes(stored.Slice(start, stored.Length - start), inContent, RealSize(records));
        }
        if (records["GNU.sparse.map"] is { } map) return new SparseBytes(stored, Pairs(map.Split(',')), RealSize(records));
        if (records["GNU.sparse.numblocks"] is null) return stored;
        return new SparseBytes(stored, Pairs(records.SparseNumbers), RealSize(records));
    }

    private static long RealSize(PaxRecords records) => TarNumber.ReadDecimal(
        records["GNU.sparse.realsize"] ?? records["GNU.sparse.size"] ?? throw new InvalidDataException("a sparse file has no size"),
        "size of a sparse file");

    private static IEnumerable<SparseRange> Pairs(IReadOnlyList<string> numbers)
    {
        if (numbers.Count % 2 != 0) throw new InvalidDataException("the map of a sparse file is damaged");
        for (int i = 0; i < numbers.Count; i += 2)
            yield return new SparseRange(TarNumber.ReadDecimal(numbers[i], "offset"), TarNumber.ReadDecimal(numbers[i + 1], "length"));
    }

    private static void AddRanges(ReadOnlySpan<byte> map, List<SparseRange> ranges)
    {
        // An entry that begins with a NUL ends the list.
        for (; map.Length >= RangeLength && map[0] != 0; map = map[RangeLength..])
            ranges.Add(new SparseRange(TarNumber.Read(map[..12], "offset"), TarNumber.Read(map[12..RangeLength], "length")));
    }

    private static List<SparseRange> ReadLines(ByteSource stored, out long start)
    {
        long at = 0;
        long count = ReadLine(stored, ref at);
        if (count > MostRanges) throw TooMany();
        var ranges = new List<SparseRange>();
        for (; count > 0; count--) ranges.Add(new SparseRange(ReadLine(stored, ref at), ReadLine(stored, ref at)));
        start = Math.Min(TarFormat.Padded(at), stored.Length);
        return ranges;
    }

    private static long ReadLine(ByteSource stored, ref long at)
    {
        Span<byte> line = stackalloc byte[(int)Math.Min(MaxLine, stored.Length - at)];
        stored.Read(at, line);
        int end = line.IndexOf((byte)'\n');
        if (end < 0) throw new InvalidDataException("the map of a sparse file is damaged");
        at += end + 1;
        return TarNumber.ReadDecimal(System.Text.Encoding.Latin1.GetString(line[..end]), "map of a sparse file");
    }

    private static InvalidDataException TooMany() => new($"the map of a sparse file has more than {MostRanges} pieces");
}
