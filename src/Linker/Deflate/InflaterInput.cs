using ManifestLinker.Compiler.Bytes;

namespace ManifestLinker.Linker.Deflate;

/// <summary>
/// What an inflater reads from, and a witness of how it read. The streams of .NET neither say where the compressed data
/// ended nor that it was cut short; both show in what they asked for. Bytes are handed out in small pieces, the
/// last byte of the source by itself. The source is read in larger ones.
/// </summary>
internal sealed class InflaterInput(ByteSource source, long start, int piece) : Stream
{
    private const int ReadAhead = 128 * 1024;

    private byte[] ahead = [];
    private long aheadStart;
    private int aheadLength;

    /// <summary>Where the piece that was handed out last begins in the source.</summary>
    public long LastPiece { get; private set; } = start;

    /// <summary>Where the next piece begins. The compressed data ended before this, and not before the last piece.</summary>
    public long Next { get; private set; } = start;

    /// <summary>Whether more was asked for than there is: the compressed data has no end.</summary>
    public bool Overrun { get; private set; }

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        if (buffer.IsEmpty) return 0;
        if (Next == source.Length)
        {
            Overrun = true;
            return 0;
        }
        long left = source.Length - Next;
        int count = (int)Math.Min(Math.Min(piece, buffer.Length), left == 1 ? 1 : left - 1);
        Fetch(Next, buffer[..count]);
        LastPiece = Next;
        Next += count;
        return count;
    }

    /// <inheritdoc/>
    public override int ReadByte()
    {
        Span<byte> next = stackalloc byte[1];
        return Read(next) == 0 ? -1 : next[0];
    }

    private void Fetch(long at, Span<byte> destination)
    {
        if (piece >= ReadAhead || source.Length <= ReadAhead)
        {
            source.Read(at, destination);
            return;
        }
        if (at < aheadStart || at + destination.Length > aheadStart + aheadLength)
        {
            if (ahead.Length == 0) ahead = new byte[ReadAhead];
            aheadStart = at;
            aheadLength = (int)Math.Min(ReadAhead, source.Length - at);
            source.Read(at, ahead.AsSpan(0, aheadLength));
        }
        ahead.AsSpan((int)(at - aheadStart), destination.Length).CopyTo(destination);
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
