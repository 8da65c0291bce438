using System.Buffers;
using System.Buffers.Binary;
using System.IO.Hashing;
using ManifestLinker.Linker.Deflate;
using ManifestLinker.Linker.Pipeline;

namespace ManifestLinker.Linker.Gzip;

/// <summary>
/// Compresses what is written to it into one gzip member (RFC 1952) without name, time or host. The input is cut into chunks of
/// a fixed size, which are deflated independently of each other on several threads and joined on byte boundaries, so that
/// they are one valid deflate stream. The bytes depend neither on the number of threads nor on how the input is cut into writes.
/// </summary>
/// <remarks>
/// Only <see cref="Complete"/> ends the member. Disposing a stream that is not complete leaves a broken file, so that a link that
/// fails half-way does not look finished. The stream below stays open.
/// </remarks>
public sealed class ParallelGzipStream : Stream
{
    /// <summary>Bytes of input that are compressed by themselves: large enough that losing the window between two costs below 1 %.</summary>
    public const int ChunkSize = 512 * 1024;

    // Deflate, no flags, no time, no extra flags, Unix.
    private static ReadOnlySpan<byte> Header => [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3];

    // A last block, of the fixed code, that holds nothing.
    private static ReadOnlySpan<byte> LastBlock => [3, 0];

    private readonly Stream output;
    private readonly OrderedPipeline<(byte[] Bytes, int Length), PackedBytes> pipeline;
    private readonly Crc32 crc = new();
    private byte[] chunk = ArrayPool<byte>.Shared.Rent(ChunkSize);
    private int filled;
    private uint length;
    private bool complete;

    /// <summary>Begins a member on <paramref name="output"/>.</summary>
    /// <param name="output">Gets the compressed bytes, in order.</param>
    /// <param name="jobs">The number of threads that compress.</param>
    /// <param name="cancel">Makes the next write throw an <see cref="OperationCanceledException"/>.</param>
    public ParallelGzipStream(Stream output, int jobs, CancellationToken cancel)
    {
        this.output = output;
        var compressor = new ChunkCompressor();
        pipeline = new(
            (item, _) =>
            {
                PackedBytes deflated = compressor.Compress(item.Bytes.AsSpan(0, item.Length));
                ArrayPool<byte>.Shared.Return(item.Bytes);
                return deflated;
            },
            deflated =>
            {
                output.Write(deflated.Bytes);
                deflated.Release();
            },
            jobs,
            window: 0,
            cancel);
        output.Write(Header);
    }

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        ObjectDisposedException.ThrowIf(complete, this);
        crc.Append(buffer);
        length += (uint)buffer.Length;
        while (!buffer.IsEmpty)
        {
            int count = Math.Min(buffer.Length, ChunkSize - filled);
            buffer[..count].CopyTo(chunk.AsSpan(filled));
            filled += count;
            buffer = buffer[count..];
            if (filled == ChunkSize) AddChunk();
        }
    }

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    /// <summary>Compresses what is left, and ends the member. Nothing can be written after this.</summary>
    public void Complete()
    {
        if (complete) return;
        if (filled > 0) AddChunk();
        pipeline.Complete();
        output.Write(LastBlock);
        Span<byte> trailer = stackalloc byte[8];
        BinaryPrimitives.WriteUInt32LittleEndian(trailer, crc.GetCurrentHashAsUInt32());
        BinaryPrimitives.WriteUInt32LittleEndian(trailer[4..], length);
        output.Write(trailer);
        complete = true;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing) pipeline.Dispose();
        base.Dispose(disposing);
    }

    private void AddChunk()
    {
        pipeline.Add((chunk, filled));
        chunk = ArrayPool<byte>.Shared.Rent(ChunkSize);
        filled = 0;
    }

    /// <summary>Does nothing: where chunks end may not depend on the writer's habits.</summary>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override bool CanRead => false;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => !complete;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();
}
