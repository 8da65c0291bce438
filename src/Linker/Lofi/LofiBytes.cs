using System.Buffers;
using ManifestLinker.Compiler.Bytes;

namespace ManifestLinker.Linker.Lofi;

/// <summary>
/// The image in a compressed lofi file. A read decodes the segments that it touches; the last few stay decoded, so that many
/// small reads near each other are cheap. A segment that does not decode is an <see cref="InvalidDataException"/>.
/// </summary>
public sealed class LofiBytes : ByteSource
{
    private readonly ByteSource file;
    private readonly LofiIndex index;
    private readonly DecodedSegments decoded = new();

    internal LofiBytes(ByteSource file, LofiIndex index)
    {
        this.file = file;
        this.index = index;
    }

    /// <summary>What the file says of itself.</summary>
    public LofiHeader Header => index.Header;

    /// <inheritdoc/>
    public override long Length => Header.ImageLength;

    /// <inheritdoc/>
    public override void Read(long offset, Span<byte> destination)
    {
        CheckRange(offset, destination.Length);
        while (!destination.IsEmpty)
        {
            int number = (int)(offset / Header.SegmentSize);
            int skip = (int)(offset % Header.SegmentSize);
            int length = Header.LengthOf(number);
            int count = Math.Min(length - skip, destination.Length);
            if (count == length) Decode(number, destination[..count]);
            else Segment(number).AsSpan(skip, count).CopyTo(destination);
            destination = destination[count..];
            offset += count;
        }
    }

    /// <summary>
    /// Decodes segment <paramref name="number"/> for the sake of what is to say about it: an
    /// <see cref="InvalidDataException"/>, or notes of what lofiadm would have written otherwise.
    /// </summary>
    internal void Check(int number, Action<string> note)
    {
        int length = Header.LengthOf(number);
        SegmentDecoder.CheckRoom(Header, number, index[number].Length, length);
        byte[] content = ArrayPool<byte>.Shared.Rent(length);
        Decode(number, content.AsSpan(0, length), note);
        ArrayPool<byte>.Shared.Return(content);
    }

    private byte[] Segment(int number)
    {
        if (decoded.Find(number) is { } known) return known;
        int length = Header.LengthOf(number);
        SegmentDecoder.CheckRoom(Header, number, index[number].Length, length);
        var content = new byte[length];
        Decode(number, content);
        decoded.Keep(number, content);
        return content;
    }

    private void Decode(int number, Span<byte> content, Action<string>? note = null)
    {
        (long offset, long length) = index[number];
        if (length > LofiHeader.MaxSegmentSize)
            throw new InvalidDataException($"segment {number} takes {length} bytes, more than {LofiHeader.MaxSegmentSize}");
        byte[] segment = ArrayPool<byte>.Shared.Rent((int)length);
        file.Read(offset, segment.AsSpan(0, (int)length));
        SegmentDecoder.Decode(Header, number, segment.AsMemory(0, (int)length), content, note);
        ArrayPool<byte>.Shared.Return(segment);
    }
}
