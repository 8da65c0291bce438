namespace ManifestLinker.Compiler.Bytes;

/// <summary>A range of another source.</summary>
internal sealed class SliceBytes : ByteSource
{
    private readonly ByteSource whole;
    private readonly long start;

    public SliceBytes(ByteSource whole, long start, long length)
    {
        if (start < 0 || length < 0 || start > whole.Length - length)
            throw new ArgumentOutOfRangeException(nameof(start), $"{length} bytes at {start} lie outside {whole.Length} bytes");
        this.whole = whole;
        this.start = start;
        Length = length;
    }

    public override long Length { get; }

    public override void Read(long offset, Span<byte> destination)
    {
        CheckRange(offset, destination.Length);
        whole.Read(start + offset, destination);
    }

    public override IEnumerable<(long Offset, long Length)> DataRuns()
    {
        foreach ((long offset, long length) in whole.DataRuns())
        {
            if (offset >= start + Length) yield break;
            long from = Math.Max(offset, start);
            long to = Math.Min(offset + length, start + Length);
            if (from < to) yield return (from - start, to - from);
        }
    }
}
