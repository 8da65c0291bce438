using System.Buffers.Binary;
using System.IO.Compression;
using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Linker.Deflate;
using SharpCompress.Common;
using SharpCompress.Compressors.LZMA;

namespace ManifestLinker.Linker.Lofi;

/// <summary>Decodes one segment, as the driver does (<c>lofi_mapped_rdwr</c>, <c>gzip_decompress</c>, <c>lzma_decompress</c>).</summary>
internal static class SegmentDecoder
{
    // The properties byte, the size of the dictionary in 4 bytes and that of the content in 8.
    private const int LzmaPropertiesLength = 5;
    private const int LzmaHeaderLength = 13;

    // Deflate holds at most 1032 bytes in one. A match of 273 bytes takes lzma 14 decisions of at least 0.022 bits.
    private const long DeflateRatio = 1032;
    private const long LzmaRatio = 8192;

    /// <summary>
    /// Throws an <see cref="InvalidDataException"/> where <paramref name="stored"/> bytes, the flag included, cannot be
    /// <paramref name="length"/> bytes of content, so that no memory is taken for what a broken header promises.
    /// </summary>
    public static void CheckRoom(LofiHeader header, int number, long stored, int length)
    {
        long most = stored * (header.Algorithm.IsLzma ? LzmaRatio : DeflateRatio);
        if (length > most)
            throw new InvalidDataException($"segment {number} cannot hold {length} bytes in {stored}");
    }

    /// <summary>
    /// Fills <paramref name="content"/>, which has the length of the segment, from <paramref name="segment"/>, flag
    /// and payload; an <see cref="InvalidDataException"/> says why that fails. Tells <paramref name="note"/> what the
    /// driver reads although lofiadm does not write it.
    /// </summary>
    public static void Decode(
        LofiHeader header, int number, ReadOnlyMemory<byte> segment, Span<byte> content, Action<string>? note)
    {
        byte flag = segment.Span[0];
        ReadOnlyMemory<byte> payload = segment[1..];
        if (flag == 0)
        {
            if (payload.Length != content.Length)
                throw new InvalidDataException($"segment {number} is stored in {payload.Length} bytes, not {content.Length}");
            payload.Span.CopyTo(content);
            return;
        }
        try
        {
            if (header.Algorithm.IsLzma) Unlzma(payload, content);
            else Inflate(number, payload, content, note);
        }
        catch (InvalidDataException e)
        {
            throw new InvalidDataException($"segment {number} does not decompress: {e.Message}", e);
        }
        if (note is null) return;
        if (flag != 1) note($"segment {number} has the flag {flag}, not 0 or 1");
        if (header.SegmentSize <= LofiHeader.Threshold || payload.Length > header.SegmentSize - LofiHeader.Threshold)
            note($"segment {number} is compressed although that saves less than {LofiHeader.Threshold} bytes of a segment");
        if (payload.Length > content.Length)
            note($"segment {number} grew from {content.Length} bytes to {payload.Length}, which stops a DEBUG kernel");
    }

    private static void Inflate(int number, ReadOnlyMemory<byte> payload, Span<byte> content, Action<string>? note)
    {
        var input = new InflaterInput(new MemoryBytes(payload), 0, payload.Length);
        bool isGzip = payload.Span.StartsWith((ReadOnlySpan<byte>)[0x1f, 0x8b]);
        // The driver takes both frames.
        using Stream inflater = isGzip
            ? new GZipStream(input, CompressionMode.Decompress)
            : new ZLibStream(input, CompressionMode.Decompress);
        Span<byte> beyond = stackalloc byte[1];
        int count;
        bool more;
        try
        {
            count = inflater.ReadAtLeast(content, content.Length, throwOnEndOfStream: false);
            more = count == content.Length && inflater.Read(beyond) > 0;
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            throw new InvalidDataException("the stream is damaged", e);
        }
        if (more) throw new InvalidDataException($"it holds more than {content.Length} bytes");
        if (count < content.Length) throw new InvalidDataException($"it holds {count} bytes, not {content.Length}");
        if (isGzip) note?.Invoke($"segment {number} has the frame of gzip; lofiadm writes that of zlib");
        else if (input.Overrun) throw new InvalidDataException("the stream has no end");
        else if (input.Next < payload.Length) note?.Invoke($"bytes follow the zlib stream of segment {number}");
    }

    private static void Unlzma(ReadOnlyMemory<byte> payload, Span<byte> content)
    {
        if (payload.Length < LzmaHeaderLength) throw new InvalidDataException("it is shorter than the header of lzma");
        ulong stated = BinaryPrimitives.ReadUInt64LittleEndian(payload.Span[LzmaPropertiesLength..]);
        if (stated != (ulong)content.Length) throw new InvalidDataException($"it says that it holds {stated} bytes, not {content.Length}");
        byte[] properties = payload[..LzmaPropertiesLength].ToArray();
        // No match reaches back further than the segment, whatever dictionary the header asks for.
        BinaryPrimitives.WriteInt32LittleEndian(properties.AsSpan(1), Math.Max(content.Length, 4096));
        if (payload.Length > LzmaHeaderLength && payload.Span[LzmaHeaderLength] != 0)
            throw new InvalidDataException("the stream does not begin with a zero byte");
        var input = new InflaterInput(new MemoryBytes(payload), LzmaHeaderLength, payload.Length);
        try
        {
            // The length of the input is left open: as in the driver, what follows the stream says nothing.
            using var lzma = LzmaStream.Create(properties, input, inputSize: -1, content.Length, leaveOpen: false);
            lzma.ReadExactly(content);
        }
        catch (Exception e) when (e is SharpCompressException or IOException)
        {
            throw new InvalidDataException("the stream is damaged", e);
        }
        if (input.Overrun) throw new InvalidDataException("the stream has no end");
    }
}
