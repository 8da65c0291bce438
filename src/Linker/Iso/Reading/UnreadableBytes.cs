using ManifestLinker.Compiler.Bytes;

namespace ManifestLinker.Linker.Iso;

/// <summary>The content of a file that is stored in a way that nothing here understands: listed, and refused when it is read.</summary>
internal sealed class UnreadableBytes(long length, string why) : ByteSource
{
    public override long Length => length;

    public override void Read(long offset, Span<byte> destination)
    {
        CheckRange(offset, destination.Length);
        throw BrokenImage.Because($"{why}");
    }
}
