using System.Buffers.Binary;

namespace ManifestLinker.Linker.Ufs.Format;

/// <summary>An inode as it lies in the table (illumos <c>sys/fs/ufs_inode.h: struct icommon</c>): 128 bytes.</summary>
internal sealed record DiskInode
{
    /// <summary>Bytes of an inode.</summary>
    public const int Bytes = 128;

    /// <summary>Addresses of data in the inode itself; one, two and three times indirect ones follow.</summary>
    public const int DirectPointers = 12, Pointers = 15;

    /// <summary>The longest file: 2^40 - 1 bytes.</summary>
    public const long LargestFile = (1L << 40) - 1;

    /// <summary>The greatest size a file may have without the superblock's flag for large files.</summary>
    public const long LargestSmallFile = int.MaxValue;

    /// <summary>The most links (MAXLINK).</summary>
    public const int MostLinks = 32767;

    /// <summary>The top directory's number.</summary>
    public const uint Root = 2;

    /// <summary>Owners above this do not fit the 16-bit fields, which hold it in their stead.</summary>
    public const uint LargestShortId = 65535;

    /// <summary>Where a device has its number among the pointers, on little-endian machines.</summary>
    public const int DevicePointer = 1;

    // The byte offsets of the parts.
    private const int SizeAt = 8, TimesAt = 16, PointersAt = 40, FlagsAt = 100, BlocksAt = 104, GenerationAt = 108, ShadowAt = 112,
        UidAt = 116, GidAt = 120, AttributesAt = 124;

    /// <summary>Type and permissions; 0 is a free inode.</summary>
    public ushort Mode { get; init; }

    public short Links { get; init; }

    public uint Uid { get; init; }

    public uint Gid { get; init; }

    /// <summary>Bytes.</summary>
    public ulong Size { get; init; }

    /// <summary>Seconds since 1970.</summary>
    public int Accessed { get; init; }

    /// <summary>Seconds since 1970.</summary>
    public int Modified { get; init; }

    /// <summary>Seconds since 1970.</summary>
    public int Changed { get; init; }

    /// <summary>Fragment addresses: twelve direct, one of each indirect; 0 is a hole.</summary>
    public required int[] Addresses { get; init; }

    public int Flags { get; init; }

    /// <summary>Sectors held by data and indirect blocks.</summary>
    public int Sectors { get; init; }

    public int Generation { get; init; }

    public int Shadow { get; init; }

    public int AttributeDirectory { get; init; }

    public static DiskInode Decode(ReadOnlySpan<byte> bytes)
    {
        ushort shortUid = BinaryPrimitives.ReadUInt16LittleEndian(bytes[4..]);
        ushort shortGid = BinaryPrimitives.ReadUInt16LittleEndian(bytes[6..]);
        var addresses = new int[Pointers];
        for (int i = 0; i < Pointers; i++) addresses[i] = Int(bytes, PointersAt + 4 * i);
        return new DiskInode
        {
            Mode = BinaryPrimitives.ReadUInt16LittleEndian(bytes),
            Links = BinaryPrimitives.ReadInt16LittleEndian(bytes[2..]),
            Uid = shortUid != LargestShortId ? shortUid : (uint)Int(bytes, UidAt),
            Gid = shortGid != LargestShortId ? shortGid : (uint)Int(bytes, GidAt),
            Size = BinaryPrimitives.ReadUInt64LittleEndian(bytes[SizeAt..]),
            Accessed = Int(bytes, TimesAt),
            Modified = Int(bytes, TimesAt + 8),
            Changed = Int(bytes, TimesAt + 16),
            Addresses = addresses,
            Flags = Int(bytes, FlagsAt),
            Sectors = Int(bytes, BlocksAt),
            Generation = Int(bytes, GenerationAt),
            Shadow = Int(bytes, ShadowAt),
            AttributeDirectory = Int(bytes, AttributesAt),
        };
    }

    public void Encode(Span<byte> bytes)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(bytes, Mode);
        BinaryPrimitives.WriteInt16LittleEndian(bytes[2..], Links);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes[4..], (ushort)Math.Min(Uid, LargestShortId));
        BinaryPrimitives.WriteUInt16LittleEndian(bytes[6..], (ushort)Math.Min(Gid, LargestShortId));
        BinaryPrimitives.WriteUInt64LittleEndian(bytes[SizeAt..], Size);
        SetInt(bytes, TimesAt, Accessed);
        SetInt(bytes, TimesAt + 8, Modified);
        SetInt(bytes, TimesAt + 16, Changed);
        for (int i = 0; i < Pointers; i++) SetInt(bytes, PointersAt + 4 * i, Addresses[i]);
        SetInt(bytes, FlagsAt, Flags);
        SetInt(bytes, BlocksAt, Sectors);
        SetInt(bytes, GenerationAt, Generation);
        SetInt(bytes, ShadowAt, Shadow);
        SetInt(bytes, UidAt, (int)Uid);
        SetInt(bytes, GidAt, (int)Gid);
        SetInt(bytes, AttributesAt, AttributeDirectory);
    }

    private static int Int(ReadOnlySpan<byte> bytes, int offset) => BinaryPrimitives.ReadInt32LittleEndian(bytes[offset..]);

    private static void SetInt(Span<byte> bytes, int offset, int value) => BinaryPrimitives.WriteInt32LittleEndian(bytes[offset..], value);
}
