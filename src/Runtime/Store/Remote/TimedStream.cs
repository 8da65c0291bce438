namespace ManifestLinker.Runtime.Store.Remote;

/// <summary>
/// Reads of a connection that end when <paramref name="late"/> does, which a plain read does not; every <paramref name="window"/> bytes give it another
/// <paramref name="timeout"/>, so that a large file may take its time, and what trickles may not.
/// </summary>
internal sealed class TimedStream(Stream stream, CancellationTokenSource late, TimeSpan timeout, long window) : Stream
{
    private long received;

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count)
    {
        int read = stream.ReadAsync(buffer.AsMemory(offset, count), late.Token).AsTask().GetAwaiter().GetResult();
        received += read;
        if (received >= window)
        {
            received = 0;
            late.CancelAfter(timeout);
        }
        return read;
    }

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
