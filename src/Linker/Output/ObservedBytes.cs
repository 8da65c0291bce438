using ManifestLinker.Compiler.Bytes;

namespace ManifestLinker.Linker.Output;

/// <summary>A source that tells how many bytes of it have been read.</summary>
internal sealed class ObservedBytes(ByteSource source, Action<long> advance) : ByteSource
{
    public override long Length => source.Length;

    public override void Read(long offset, Span<byte> destination)
    {
        source.Read(offset, destination);
        advance(destination.Length);
    }

    public override IEnumerable<(long Offset, long Length)> DataRuns() => source.DataRuns();
}
