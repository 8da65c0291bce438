using ManifestLinker.Compiler.Bytes;

namespace ManifestLinker.Linker.Gzip;

/// <summary>
/// What was inflated from a gzip file, in a temporary stream that this owns. Reads from several threads take turns.
/// </summary>
public sealed class InflatedBytes : ByteSource, IDisposable
{
    private readonly Lock gate = new();
    private readonly Stream spool;

    internal InflatedBytes(Stream spool, long length, int members, long trailingBytes)
    {
        this.spool = spool;
        Length = length;
        Members = members;
        TrailingBytes = trailingBytes;
    }

    /// <inheritdoc/>
    public override long Length { get; }

    /// <summary>How many gzip members the file has, one after the other.</summary>
    public int Members { get; }

    /// <summary>
    /// Bytes behind the last member that are no member, which gzip warns of and leaves out; 0 where they are all zeros, which some
    /// media add.
    /// </summary>
    public long TrailingBytes { get; }

    /// <inheritdoc/>
    public override void Read(long offset, Span<byte> destination)
    {
        CheckRange(offset, destination.Length);
        lock (gate)
        {
            spool.Position = offset;
            spool.ReadExactly(destination);
        }
    }

    /// <summary>Closes the temporary stream.</summary>
    public void Dispose() => spool.Dispose();
}
