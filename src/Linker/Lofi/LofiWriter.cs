using System.Buffers.Binary;
using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Linker.Pipeline;

namespace ManifestLinker.Linker.Lofi;

/// <summary>Compresses an image segment by segment, as <c>lofiadm -C gzip</c> does, so that lofi can attach it.</summary>
public static class LofiWriter
{
    /// <summary>
    /// Writes <paramref name="image"/> in compressed form to <paramref name="output"/> from its current position on, and
    /// leaves the position behind the file. The bytes do not depend on <paramref name="jobs"/>. An empty image gives an
    /// empty file, as with lofiadm.
    /// </summary>
    /// <param name="image">The uncompressed image; its length must be a multiple of 512 bytes.</param>
    /// <param name="output">Seekable: the index stands at the start, and is known last.</param>
    /// <param name="options">The size of segments and the level.</param>
    /// <param name="jobs">The number of threads that compress.</param>
    /// <param name="cancel">Stops the run with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="ArgumentException">The length or an option is one that lofi cannot have.</exception>
    public static void Write(ByteSource image, Stream output, LofiOptions options, int jobs, CancellationToken cancel)
    {
        if (image.Length % LofiHeader.Alignment != 0)
            throw new ArgumentException($"an image of {image.Length} bytes is no multiple of {LofiHeader.Alignment}", nameof(image));
        if (!LofiHeader.IsSegmentSize(options.SegmentSize))
            throw new ArgumentException($"{options.SegmentSize} is no segment size: not a power of two from 512 on", nameof(options));
        if (image.Length == 0) return;

        var header = LofiHeader.Of(image.Length, options.SegmentSize);
        var compressor = new SegmentCompressor(image, header, options.Level);
        var index = new long[header.Segments + 1];
        int written = 0;
        long start = output.Position;
        output.Position = start + header.DataOffset;
        OrderedPipeline.Run(
            Enumerable.Range(0, header.Segments),
            compressor.Compress,
            segment =>
            {
                output.Write(segment.Bytes);
                index[written + 1] = index[written] + segment.Length;
                written++;
                segment.Release();
            },
            jobs,
            cancel);
        WritePadding(output, header.DataOffset + index[^1]);
        long end = output.Position;
        output.Position = start;
        WriteIndex(output, header, index);
        output.Position = end;
    }

    private static void WritePadding(Stream output, long length)
    {
        Span<byte> zeros = stackalloc byte[LofiHeader.Alignment];
        zeros.Clear();
        output.Write(zeros[..(int)(-length & (LofiHeader.Alignment - 1))]);
    }

    private static void WriteIndex(Stream output, LofiHeader header, long[] index)
    {
        var bytes = new byte[header.DataOffset];
        header.Write(bytes);
        for (int i = 0; i < index.Length; i++) BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(LofiHeader.Length + (8 * i)), index[i]);
        output.Write(bytes);
    }
}
