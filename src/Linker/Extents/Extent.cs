using ManifestLinker.Compiler.Bytes;

namespace ManifestLinker.Linker.Extents;

/// <summary>Bytes and the place they have in an image.</summary>
/// <param name="Offset">The byte offset of the first byte in the image.</param>
/// <param name="Bytes">What stands there.</param>
public readonly record struct Extent(long Offset, ByteSource Bytes)
{
    /// <summary>The byte offset behind the last byte.</summary>
    public long End => Offset + Bytes.Length;
}
