using System.Buffers.Binary;
using System.Numerics;

namespace ManifestLinker.Linker.Lofi;

/// <summary>
/// The fixed start of a compressed lofi file (illumos <c>uts/common/sys/lofi.h</c>, <c>cmd/lofiadm/main.c</c>): the name of
/// the algorithm in 36 bytes, then three big-endian 32-bit numbers. There is no magic and no version.
/// </summary>
/// <param name="Algorithm">How flagged segments are compressed.</param>
/// <param name="SegmentSize">Uncompressed bytes of every segment but the last.</param>
/// <param name="Segments">The number of segments; the file states one more, the number of index entries.</param>
/// <param name="LastSize">Uncompressed bytes of the last segment, 1 to <paramref name="SegmentSize"/>.</param>
public readonly record struct LofiHeader(LofiAlgorithm Algorithm, int SegmentSize, int Segments, int LastSize)
{
    /// <summary>Bytes of the algorithm's name, NUL padded.</summary>
    public const int NameLength = 36;

    /// <summary>Bytes of the header without the index.</summary>
    public const int Length = 48;

    /// <summary>A file is padded to a multiple of this many bytes.</summary>
    public const int Alignment = 512;

    /// <summary>
    /// lofiadm keeps a segment compressed only where that saves this many bytes of a full segment
    /// (<c>COMPRESS_THRESHOLD</c>), so segments of this size and below are always stored.
    /// </summary>
    public const int Threshold = 2048;

    /// <summary>The largest segment read or written: an array holds a decoded segment.</summary>
    public const int MaxSegmentSize = 1 << 30;

    // An index of 1 GiB; at 128 KiB a segment this is an image of 16 TiB.
    private const uint MaxEntries = 1 << 27;

    /// <summary>Where the segments begin in the file; the offsets in the index count from here.</summary>
    public long DataOffset => Length + (8 * ((long)Segments + 1));

    /// <summary>Bytes of the uncompressed image.</summary>
    public long ImageLength => ((Segments - 1L) * SegmentSize) + LastSize;

    /// <summary>Uncompressed bytes of segment <paramref name="segment"/>, counted from 0.</summary>
    public int LengthOf(int segment) => segment == Segments - 1 ? LastSize : SegmentSize;

    /// <summary>The header of an image of <paramref name="length"/> bytes, more than 0, compressed with gzip.</summary>
    public static LofiHeader Of(long length, int segmentSize)
    {
        long segments = (length + segmentSize - 1) / segmentSize;
        if (segments >= MaxEntries)
            throw new ArgumentException($"{length} bytes are too many for segments of {segmentSize} bytes", nameof(length));
        return new LofiHeader(LofiAlgorithm.Gzip, segmentSize, (int)segments, (int)(length - ((segments - 1) * segmentSize)));
    }

    /// <summary>Whether <paramref name="size"/> is a size that the driver takes for segments.</summary>
    public static bool IsSegmentSize(long size) => size is >= 512 and <= MaxSegmentSize && BitOperations.IsPow2(size);

    /// <summary>Fills the 48 bytes of <paramref name="destination"/>.</summary>
    public void Write(Span<byte> destination)
    {
        destination[..NameLength].Clear();
        Algorithm.Name.CopyTo(destination);
        BinaryPrimitives.WriteInt32BigEndian(destination[36..], SegmentSize);
        BinaryPrimitives.WriteInt32BigEndian(destination[40..], Segments + 1);
        BinaryPrimitives.WriteInt32BigEndian(destination[44..], LastSize);
    }

    /// <summary>
    /// Reads the 48 bytes of <paramref name="source"/>. An <see cref="InvalidDataException"/> says which field no reader
    /// can make sense of; the driver itself checks only the name and the segment size.
    /// </summary>
    public static LofiHeader Parse(ReadOnlySpan<byte> source)
    {
        LofiAlgorithm algorithm = LofiAlgorithm.Named(source[..NameLength])
            ?? throw new InvalidDataException("this is no compressed lofi file: it does not begin with gzip, gzip-6, gzip-9 or lzma");
        uint segmentSize = BinaryPrimitives.ReadUInt32BigEndian(source[36..]);
        uint entries = BinaryPrimitives.ReadUInt32BigEndian(source[40..]);
        uint last = BinaryPrimitives.ReadUInt32BigEndian(source[44..]);
        if (!IsSegmentSize(segmentSize))
            throw new InvalidDataException($"the segment size is {segmentSize}, not a power of two from 512 to {MaxSegmentSize}");
        if (entries is < 2 or > MaxEntries)
            throw new InvalidDataException($"the index has {entries} entries, not 2 to {MaxEntries}");
        if (last < 1 || last > segmentSize)
            throw new InvalidDataException($"the last segment has {last} bytes, not 1 to {segmentSize}");
        return new LofiHeader(algorithm, (int)segmentSize, (int)entries - 1, (int)last);
    }
}
