namespace ManifestLinker.Compiler.Bytes;

/// <summary>
/// Bytes that can be read at any offset, as often as wanted and from several threads at once: a file of the host, a range
/// of one, a planned image, the inside of a compressed image. The contents of an image are a composition of these; nothing
/// is read before it is asked for, and nothing is held in memory for longer than one read.
/// </summary>
public abstract class ByteSource
{
    /// <summary>The number of bytes, known before anything is read.</summary>
    public abstract long Length { get; }

    /// <summary>
    /// Fills <paramref name="destination"/> with the bytes from <paramref name="offset"/> on. The whole range must lie
    /// within <see cref="Length"/> (<see cref="ArgumentOutOfRangeException"/>). A source that cannot deliver what
    /// it promised throws an <see cref="IOException"/>; one whose own structure is broken an
    /// <see cref="InvalidDataException"/>.
    /// </summary>
    public abstract void Read(long offset, Span<byte> destination);

    /// <summary>
    /// The ranges that may hold something else than zeros, by rising offset, none of them empty and no two touching: what lies between them is
    /// zeros, and need not be read to know that. One range, the whole, where nothing is known.
    /// </summary>
    public virtual IEnumerable<(long Offset, long Length)> DataRuns() => Length > 0 ? [(0, Length)] : [];

    /// <summary>The bytes from <paramref name="offset"/> on, as a source of their own.</summary>
    public ByteSource Slice(long offset, long length) =>
        offset == 0 && length == Length ? this : new SliceBytes(this, offset, length);

    /// <summary>All bytes in memory; meant for small things (tables, account files, manifests).</summary>
    public byte[] ToArray()
    {
        var bytes = new byte[checked((int)Length)];
        Read(0, bytes);
        return bytes;
    }

    /// <summary>Calls <paramref name="consume"/> with all bytes in order, in pieces of at most <paramref name="piece"/> bytes.</summary>
    public void ReadThrough(Consumer consume, int piece = 256 * 1024, CancellationToken cancel = default)
    {
        var buffer = new byte[(int)Math.Min(piece, Math.Max(1, Length))];
        for (long at = 0; at < Length;)
        {
            cancel.ThrowIfCancellationRequested();
            Span<byte> part = buffer.AsSpan(0, (int)Math.Min(buffer.Length, Length - at));
            Read(at, part);
            consume(part);
            at += part.Length;
        }
    }

    /// <summary>Takes the next bytes of a source.</summary>
    public delegate void Consumer(ReadOnlySpan<byte> bytes);

    /// <summary>Throws unless a read of <paramref name="count"/> bytes at <paramref name="offset"/> lies within <see cref="Length"/>.</summary>
    protected void CheckRange(long offset, int count)
    {
        if (offset < 0 || offset > Length - count)
            throw new ArgumentOutOfRangeException(nameof(offset), $"{count} bytes at {offset} lie outside {Length} bytes");
    }
}
