using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;
using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Linker.Deflate;

namespace ManifestLinker.Linker.Gzip;

/// <summary>Makes the content of a gzip file readable at any offset, by inflating it once into a temporary stream.</summary>
public static class GzipReader
{
    private const int Piece = 1024;
    private const int TrailerLength = 8;

    /// <summary>Whether <paramref name="file"/> begins as a gzip file.</summary>
    public static bool IsGzip(ByteSource file) => GzipHeader.IsAt(file, 0);

    /// <summary>
    /// Inflates all members of <paramref name="file"/>, checking length and CRC-32 of each.
    /// </summary>
    /// <param name="file">The gzip file.</param>
    /// <param name="spool">Gives an empty stream that can be written, sought and read; the result owns it.</param>
    /// <param name="limit">The most bytes of content that are accepted.</param>
    /// <param name="cancel">Stops the run with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="InvalidDataException">The file is no gzip file, is damaged or cut short, or holds more than the limit.</exception>
    public static InflatedBytes Inflate(ByteSource file, Func<Stream> spool, long limit = long.MaxValue, CancellationToken cancel = default)
    {
        if (!IsGzip(file)) throw new InvalidDataException("this is no gzip file");
        Stream content = spool();
        try
        {
            long at = 0;
            int members = 0;
            for (; GzipHeader.IsAt(file, at); members++) at = InflateMember(file, at, content, limit, cancel);
            if (content.Position > content.Length) content.SetLength(content.Position);
            return new InflatedBytes(content, content.Position, members, IsZero(file, at) ? 0 : file.Length - at);
        }
        catch
        {
            content.Dispose();
            throw;
        }
    }

    private static long InflateMember(ByteSource file, long at, Stream content, long limit, CancellationToken cancel)
    {
        var input = new InflaterInput(file, GzipHeader.Skip(file, at), Piece);
        using var deflate = new DeflateStream(input, CompressionMode.Decompress);
        var crc = new Crc32();
        uint length = 0;
        byte[] buffer = ArrayPool<byte>.Shared.Rent(128 * 1024);
        try
        {
            for (int count; (count = ReadInflated(deflate, buffer, at)) > 0; length += (uint)count)
            {
                cancel.ThrowIfCancellationRequested();
                if (count > limit - content.Position) throw new InvalidDataException($"the gzip file holds more than {limit} bytes");
                crc.Append(buffer.AsSpan(0, count));
                // Images are mostly zeros, and what is made to fill a disk is nothing else: holes hold as much.
                if (buffer.AsSpan(0, count).ContainsAnyExcept((byte)0)) content.Write(buffer, 0, count);
                else content.Position += count;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
        if (input.Overrun) throw new InvalidDataException($"the file ends within the gzip member at {at}");
        Span<byte> trailer = stackalloc byte[TrailerLength];
        BinaryPrimitives.WriteUInt32LittleEndian(trailer, crc.GetCurrentHashAsUInt32());
        BinaryPrimitives.WriteUInt32LittleEndian(trailer[4..], length);
        return EndOfTrailer(file, input, trailer)
            ?? throw new InvalidDataException($"the content of the gzip member at {at} does not have the stated length and CRC-32");
    }

    private static int ReadInflated(DeflateStream deflate, byte[] buffer, long at)
    {
        try
        {
            return deflate.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        }
        catch (InvalidDataException e)
        {
            throw new InvalidDataException($"the gzip member at {at} is damaged", e);
        }
    }

    /// <summary>
    /// Where the member ends. The inflater does not say where in its last piece the compressed data ended, but what must stand
    /// there is known: the CRC and length of what came out. They may turn up twice only where they are as good as
    /// zero, as those of an empty member; then the place counts behind which a new member or nothing stands.
    /// </summary>
    private static long? EndOfTrailer(ByteSource file, InflaterInput input, ReadOnlySpan<byte> trailer)
    {
        Span<byte> window = stackalloc byte[Piece + TrailerLength];
        long start = input.LastPiece;
        window = window[..(int)Math.Min(window.Length, Math.Min(input.Next + TrailerLength, file.Length) - start)];
        file.Read(start, window);
        long? first = null;
        for (int i = 1; i + TrailerLength <= window.Length; i++)
        {
            if (!window.Slice(i, TrailerLength).SequenceEqual(trailer)) continue;
            long end = start + i + TrailerLength;
            if (end == file.Length || GzipHeader.IsAt(file, end)) return end;
            first ??= end;
        }
        return first;
    }

    private static bool IsZero(ByteSource file, long from)
    {
        bool zero = true;
        file.Slice(from, file.Length - from).ReadThrough(bytes => zero &= !bytes.ContainsAnyExcept((byte)0));
        return zero;
    }
}
