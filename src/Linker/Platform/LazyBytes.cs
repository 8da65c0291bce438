using ManifestLinker.Compiler.Bytes;

namespace ManifestLinker.Linker.Platform;

/// <summary>
/// Bytes whose number is known before they are: the list of digests has its place in the plan before any file is read.
/// </summary>
public sealed class LazyBytes(long length, Func<byte[]> make) : ByteSource
{
    private readonly Lazy<byte[]> made = new(make);

    /// <inheritdoc/>
    public override long Length => length;

    /// <inheritdoc/>
    public override void Read(long offset, Span<byte> destination)
    {
        CheckRange(offset, destination.Length);
        byte[] bytes = made.Value;
        if (bytes.Length != length)
            throw new InvalidOperationException($"{length} bytes were announced and {bytes.Length} came");
        bytes.AsSpan((int)offset, destination.Length).CopyTo(destination);
    }
}
