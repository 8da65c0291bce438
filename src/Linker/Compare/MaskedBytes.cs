using ManifestLinker.Compiler.Bytes;

namespace ManifestLinker.Linker.Compare;

/// <summary>Bytes of which some ranges read as zeros.</summary>
internal sealed class MaskedBytes(ByteSource content, IReadOnlyList<(long Start, long End)> hidden) : ByteSource
{
    /// <inheritdoc/>
    public override long Length => content.Length;

    /// <inheritdoc/>
    public override void Read(long offset, Span<byte> destination)
    {
        content.Read(offset, destination);
        foreach ((long start, long end) in hidden)
        {
            long from = Math.Max(start, offset);
            long to = Math.Min(end, offset + destination.Length);
            if (from < to) destination[(int)(from - offset)..(int)(to - offset)].Clear();
        }
    }
}
