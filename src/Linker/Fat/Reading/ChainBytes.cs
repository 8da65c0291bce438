using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Linker.Extents;

namespace ManifestLinker.Linker.Fat;

/// <summary>The content of a file, whose chain is followed when it is first read. A chain that ends too soon is an <see cref="InvalidDataException"/> then.</summary>
/// <param name="volume">What the file is in.</param>
/// <param name="first">Its first cluster.</param>
/// <param name="length">Its bytes, more than none.</param>
/// <param name="what">What messages call it.</param>
internal sealed class ChainBytes(FatVolume volume, uint first, long length, string what) : ByteSource
{
    private readonly Lazy<ByteSource> content = new(() => Follow(volume, first, length, what));

    /// <inheritdoc/>
    public override long Length => length;

    /// <inheritdoc/>
    public override void Read(long offset, Span<byte> destination)
    {
        CheckRange(offset, destination.Length);
        content.Value.Read(offset, destination);
    }

    private static ByteSource Follow(FatVolume volume, uint first, long length, string what)
    {
        // Clusters in a row are one extent.
        var extents = new List<Extent>();
        long at = 0, start = 0, run = 0;
        foreach (uint cluster in ClusterChain.From(volume, first, what))
        {
            long offset = volume.OffsetOf(cluster), count = Math.Min(volume.ClusterBytes, length - at - run);
            if (run > 0 && offset != start + run) Close();
            if (run == 0) start = offset;
            run += count;
            if (at + run == length) break;
        }
        Close();
        if (at < length) throw BrokenImage.Because($"{what} is said to have {length} bytes, and its clusters end after {at}");
        return extents.Count == 1 ? extents[0].Bytes : new ExtentBytes(length, extents);

        void Close()
        {
            extents.Add(new Extent(at, volume.Content(start, run)));
            at += run;
            run = 0;
        }
    }
}
