using System.Buffers;
using System.IO.Compression;
using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Linker.Deflate;

namespace ManifestLinker.Linker.Lofi;

/// <summary>Makes the bytes of one segment: a flag, 0 for stored and 1 for compressed, and the payload.</summary>
internal sealed class SegmentCompressor
{
    private readonly ByteSource image;
    private readonly LofiHeader header;
    private readonly ZLibCompressionOptions level;
    private readonly Lazy<byte[]> zeroSegment;

    public SegmentCompressor(ByteSource image, LofiHeader header, int level)
    {
        this.image = image;
        this.header = header;
        this.level = new ZLibCompressionOptions { CompressionLevel = level };
        zeroSegment = new Lazy<byte[]>(() => Compress(new byte[header.SegmentSize]).Take());
    }

    /// <summary>The segment <paramref name="number"/> of the image, from 0.</summary>
    public PackedBytes Compress(int number, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        int length = header.LengthOf(number);
        byte[] rented = ArrayPool<byte>.Shared.Rent(length);
        Span<byte> raw = rented.AsSpan(0, length);
        image.Read((long)number * header.SegmentSize, raw);
        PackedBytes segment = length == header.SegmentSize && !raw.ContainsAnyExcept((byte)0)
            ? PackedBytes.Shared(zeroSegment.Value)
            : Compress(raw);
        ArrayPool<byte>.Shared.Return(rented);
        return segment;
    }

    private PackedBytes Compress(ReadOnlySpan<byte> raw)
    {
        // Deflate's worst code has 9 bits for each byte.
        byte[] buffer = ArrayPool<byte>.Shared.Rent(1 + raw.Length + (raw.Length / 8) + 64);
        int compressed = header.SegmentSize > LofiHeader.Threshold ? Deflate(raw, buffer) : int.MaxValue;
        if (compressed > header.SegmentSize - LofiHeader.Threshold || compressed >= raw.Length)
        {
            // lofiadm would keep a short last segment that grew, but a DEBUG kernel asserts that none did.
            buffer[0] = 0;
            raw.CopyTo(buffer.AsSpan(1));
            return PackedBytes.Loan(buffer, 1 + raw.Length);
        }
        buffer[0] = 1;
        return PackedBytes.Loan(buffer, 1 + compressed);
    }

    /// <summary>Deflates <paramref name="raw"/> into <paramref name="buffer"/> from its second byte on, and gives the length.</summary>
    private int Deflate(ReadOnlySpan<byte> raw, byte[] buffer)
    {
        using var destination = new MemoryStream(buffer, 1, buffer.Length - 1);
        using (var zlib = new ZLibStream(destination, level, leaveOpen: true)) zlib.Write(raw);
        return (int)destination.Position;
    }
}
