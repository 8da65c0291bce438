using System.Buffers.Binary;

namespace ManifestLinker.Linker.Ufs.Format;

/// <summary>
/// The head of a directory entry (illumos <c>sys/fs/ufs_fsdir.h: struct direct</c>); the name follows, ended by a NUL and
/// padded to four bytes. Entries tile chunks of 512 bytes and never cross from one into the next.
/// </summary>
/// <param name="Number">The inode; 0 in an unused entry.</param>
/// <param name="Length">Bytes to the next entry.</param>
/// <param name="NameLength">Bytes of the name. There is no type beside it.</param>
internal readonly record struct DirectorySlot(uint Number, ushort Length, ushort NameLength)
{
    /// <summary>Bytes of a chunk (DIRBLKSIZ), of an entry's head, and of the longest name.</summary>
    public const int Chunk = 512, Head = 8, LongestName = 255;

    /// <summary>Bytes that an entry with a name of <paramref name="nameLength"/> bytes takes at least.</summary>
    public static int LeastLength(int nameLength) => Head + (nameLength + 1 + 3) / 4 * 4;

    public static DirectorySlot Decode(ReadOnlySpan<byte> bytes) => new(
        BinaryPrimitives.ReadUInt32LittleEndian(bytes),
        BinaryPrimitives.ReadUInt16LittleEndian(bytes[4..]),
        BinaryPrimitives.ReadUInt16LittleEndian(bytes[6..]));

    public void Encode(Span<byte> bytes)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, Number);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes[4..], Length);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes[6..], NameLength);
    }
}
