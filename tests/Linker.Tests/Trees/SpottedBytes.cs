using ManifestLinker.Compiler.Bytes;

namespace ManifestLinker.Linker.Tests.Trees;

/// <summary>Zeros with a pattern in a few places, so that gigabytes take no room in a sparse file.</summary>
public sealed class SpottedBytes(long length, int spot, params long[] spots) : ByteSource
{
    private readonly PatternBytes pattern = new(0, length);

    /// <inheritdoc/>
    public override long Length => length;

    /// <inheritdoc/>
    public override void Read(long offset, Span<byte> destination)
    {
        CheckRange(offset, destination.Length);
        destination.Clear();
        foreach (long start in spots)
        {
            long from = Math.Max(start, offset), to = Math.Min(Math.Min(start + spot, length), offset + destination.Length);
            if (from < to) pattern.Read(from, destination.Slice((int)(from - offset), (int)(to - from)));
        }
    }
}
