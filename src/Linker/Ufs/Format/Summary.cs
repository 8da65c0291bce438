using System.Buffers.Binary;

namespace ManifestLinker.Linker.Ufs.Format;

/// <summary>What is used and free in a cylinder group, or in all of them (illumos <c>struct csum</c>).</summary>
/// <param name="Directories">Directories whose inode lies in the group.</param>
/// <param name="FreeBlocks">Blocks that are free as a whole.</param>
/// <param name="FreeInodes">Free inodes.</param>
/// <param name="FreeFragments">Free fragments that are no part of a free block.</param>
internal readonly record struct Summary(int Directories, int FreeBlocks, int FreeInodes, int FreeFragments)
{
    /// <summary>Bytes of a summary.</summary>
    public const int Bytes = 16;

    public static Summary Decode(ReadOnlySpan<byte> bytes) => new(
        BinaryPrimitives.ReadInt32LittleEndian(bytes),
        BinaryPrimitives.ReadInt32LittleEndian(bytes[4..]),
        BinaryPrimitives.ReadInt32LittleEndian(bytes[8..]),
        BinaryPrimitives.ReadInt32LittleEndian(bytes[12..]));

    public void Encode(Span<byte> bytes)
    {
        BinaryPrimitives.WriteInt32LittleEndian(bytes, Directories);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[4..], FreeBlocks);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[8..], FreeInodes);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[12..], FreeFragments);
    }

    public static Summary operator +(Summary a, Summary b) => unchecked(new(
        a.Directories + b.Directories,
        a.FreeBlocks + b.FreeBlocks,
        a.FreeInodes + b.FreeInodes,
        a.FreeFragments + b.FreeFragments));
}
