using ManifestLinker.Compiler.Bytes;

namespace ManifestLinker.Linker.Extents;

/// <summary>
/// An image that is described and not stored: a list of extents, with zeros wherever none lies. Any range is put together
/// when it is asked for, by as many threads as ask.
/// </summary>
public sealed class ExtentBytes : ByteSource
{
    private readonly Extent[] extents;

    /// <summary>
    /// An image of <paramref name="length"/> bytes. The extents may come in any order; empty ones are dropped. Two that
    /// overlap, or one that reaches out of the image, are an <see cref="ArgumentException"/>.
    /// </summary>
    public ExtentBytes(long length, IEnumerable<Extent> extents)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        Length = length;
        this.extents = [.. extents.Where(extent => extent.Bytes.Length > 0)];
        Array.Sort(this.extents, (a, b) => a.Offset.CompareTo(b.Offset));
        long free = 0;
        foreach (Extent extent in this.extents)
        {
            if (extent.Offset < free)
                throw new ArgumentException($"the extent at {extent.Offset} overlaps the one that ends at {free}", nameof(extents));
            if (extent.Offset > length - extent.Bytes.Length)
                throw new ArgumentException($"the extent at {extent.Offset} ends behind the {length} bytes of the image", nameof(extents));
            free = extent.End;
        }
    }

    /// <inheritdoc/>
    public override long Length { get; }

    /// <summary>The extents by rising offset, none of them empty.</summary>
    public IReadOnlyList<Extent> Extents => extents;

    /// <summary>The ranges that extents hold data in, neighbours joined, by rising offset; what lies between them is zeros.</summary>
    public override IEnumerable<(long Offset, long Length)> DataRuns() => extents
        .SelectMany(extent => extent.Bytes.DataRuns().Select(run => (extent.Offset + run.Offset, run.Length)))
        .Joined();

    /// <inheritdoc/>
    public override void Read(long offset, Span<byte> destination)
    {
        CheckRange(offset, destination.Length);
        for (int index = FirstEndingAfter(offset); !destination.IsEmpty; index++)
        {
            long next = index < extents.Length ? extents[index].Offset : Length;
            if (next > offset)
            {
                int zeros = (int)Math.Min(destination.Length, next - offset);
                destination[..zeros].Clear();
                destination = destination[zeros..];
                offset += zeros;
            }
            if (destination.IsEmpty) return;
            Extent extent = extents[index];
            int count = (int)Math.Min(destination.Length, extent.End - offset);
            extent.Bytes.Read(offset - extent.Offset, destination[..count]);
            destination = destination[count..];
            offset += count;
        }
    }

    private int FirstEndingAfter(long offset)
    {
        int low = 0, high = extents.Length;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (extents[middle].End > offset) high = middle;
            else low = middle + 1;
        }
        return low;
    }
}
