using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;
using ManifestLinker.Linker.Deflate;

namespace ManifestLinker.Linker.Gzip;

/// <summary>
/// Deflates chunks so that their results can be put one after the other: each is a run of blocks, none of them the last of its
/// stream, that refers to nothing before it and ends on a byte boundary.
/// </summary>
internal sealed class ChunkCompressor
{
    private const int StoredBlock = 65535;
    private const int StoredHeader = 5;

    private static readonly ZLibCompressionOptions Level = new() { CompressionLevel = 6 };

    private readonly Lazy<byte[]> zeros = new(() => Deflate(new byte[ParallelGzipStream.ChunkSize]).Take());

    /// <summary>The blocks for <paramref name="chunk"/>, which is not empty.</summary>
    public PackedBytes Compress(ReadOnlySpan<byte> chunk)
    {
        if (chunk.Length == ParallelGzipStream.ChunkSize && !chunk.ContainsAnyExcept((byte)0)) return PackedBytes.Shared(zeros.Value);
        if (CompressibilityProbe.IsDense(chunk)) return Store(chunk);
        PackedBytes deflated = Deflate(chunk);
        if (deflated.Length <= StoredLength(chunk.Length)) return deflated;
        deflated.Release();
        return Store(chunk);
    }

    private static PackedBytes Deflate(ReadOnlySpan<byte> chunk)
    {
        // Deflate's worst code has 9 bits for each byte.
        byte[] buffer = ArrayPool<byte>.Shared.Rent(chunk.Length + (chunk.Length / 8) + 64);
        using var destination = new MemoryStream(buffer);
        using var deflate = new DeflateStream(destination, Level, leaveOpen: true);
        deflate.Write(chunk);
        // A synchronous flush ends on a byte boundary; what disposing writes, the last block, comes too late to count.
        deflate.Flush();
        return PackedBytes.Loan(buffer, (int)destination.Position);
    }

    private static int StoredLength(int length) => length + (StoredHeader * ((length + StoredBlock - 1) / StoredBlock));

    private static PackedBytes Store(ReadOnlySpan<byte> chunk)
    {
        int length = StoredLength(chunk.Length);
        byte[] buffer = ArrayPool<byte>.Shared.Rent(length);
        Span<byte> rest = buffer;
        while (!chunk.IsEmpty)
        {
            int count = Math.Min(chunk.Length, StoredBlock);
            rest[0] = 0;
            BinaryPrimitives.WriteUInt16LittleEndian(rest[1..], (ushort)count);
            BinaryPrimitives.WriteUInt16LittleEndian(rest[3..], (ushort)~count);
            chunk[..count].CopyTo(rest[StoredHeader..]);
            chunk = chunk[count..];
            rest = rest[(StoredHeader + count)..];
        }
        return PackedBytes.Loan(buffer, length);
    }
}
