namespace ManifestLinker.Compiler.Bytes;

/// <summary>Bytes that are in memory already.</summary>
public sealed class MemoryBytes(ReadOnlyMemory<byte> bytes) : ByteSource
{
    /// <summary>No bytes.</summary>
    public static readonly MemoryBytes Empty = new(ReadOnlyMemory<byte>.Empty);

    /// <inheritdoc/>
    public override long Length => bytes.Length;

    /// <inheritdoc/>
    public override void Read(long offset, Span<byte> destination)
    {
        CheckRange(offset, destination.Length);
        bytes.Span.Slice((int)offset, destination.Length).CopyTo(destination);
    }
}
