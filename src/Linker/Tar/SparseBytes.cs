using ManifestLinker.Compiler.Bytes;

namespace ManifestLinker.Linker.Tar;

/// <summary>A file of which only some ranges are stored, one after the other; the rest is zeros.</summary>
internal sealed class SparseBytes : ByteSource
{
    private readonly ByteSource stored;
    private readonly List<SparseRange> ranges;
    private readonly long[] starts;

    /// <summary>
    /// A file of <paramref name="length"/> bytes. An <see cref="InvalidDataException"/> says that the ranges overlap, are out of order, or do
    /// not lie within the file or in <paramref name="stored"/>.
    /// </summary>
    public SparseBytes(ByteSource stored, IEnumerable<SparseRange> ranges, long length)
    {
        this.stored = stored;
        // A range of no bytes at the end of the file only states its length.
        this.ranges = [.. ranges.Where(range => range.Length != 0)];
        Length = length;
        starts = new long[this.ranges.Count];
        long end = 0;
        long at = 0;
        for (int i = 0; i < starts.Length; i++)
        {
            (long offset, long count) = this.ranges[i];
            if (offset < end || count < 0 || count > length || offset > length - count || count > stored.Length - at)
                throw new InvalidDataException("the map of a sparse file is damaged");
            starts[i] = at;
            at += count;
            end = offset + count;
        }
        if (length < 0) throw new InvalidDataException("a sparse file has a negative length");
    }

    /// <inheritdoc/>
    public override long Length { get; }

    /// <inheritdoc/>
    public override void Read(long offset, Span<byte> destination)
    {
        CheckRange(offset, destination.Length);
        destination.Clear();
        for (int i = FirstEndingAfter(offset); i < ranges.Count && ranges[i].Offset < offset + destination.Length; i++)
        {
            long from = Math.Max(offset, ranges[i].Offset);
            long to = Math.Min(offset + destination.Length, ranges[i].Offset + ranges[i].Length);
            stored.Read(starts[i] + (from - ranges[i].Offset), destination.Slice((int)(from - offset), (int)(to - from)));
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<(long Offset, long Length)> DataRuns() => ranges.Select(range => (range.Offset, range.Length)).Joined();

    private int FirstEndingAfter(long offset)
    {
        int low = 0;
        int high = ranges.Count;
        while (low < high)
        {
            int middle = low + ((high - low) / 2);
            if (ranges[middle].Offset + ranges[middle].Length > offset) high = middle;
            else low = middle + 1;
        }
        return low;
    }
}

/// <summary>A stored range of a sparse file, in bytes.</summary>
internal readonly record struct SparseRange(long Offset, long Length);
