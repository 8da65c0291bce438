using System.Buffers.Binary;

namespace ManifestLinker.Linker.Ufs.Format;

/// <summary>
/// The block that describes a cylinder group: counts, and behind them free blocks by cylinder, by rotational position, the map
/// of used inodes and the map of free fragments. A bit n of a map is bit n % 8 of byte n / 8.
/// </summary>
internal sealed class GroupDescriptor(byte[] bytes)
{
    /// <summary>What cg_magic holds.</summary>
    public const int Magic = 0x00090255;

    /// <summary>Where the counts of free blocks by cylinder begin [cg_btotoff].</summary>
    public const int TotalsOffset = 168;

    /// <summary>Where cg_ncyl and cg_niblk stand, 16 bits each.</summary>
    public const int CylindersOffset = 16, InodesOffset = 18;

    /// <summary>Where cg_cs stands.</summary>
    public const int SummaryOffset = 24;

    /// <summary>Where cg_frsum stands: eight counts of free runs by their length in fragments.</summary>
    public const int RunsOffset = 52, RunLengths = 8;

    /// <summary>Where 16 unused words stand [cg_sparecon].</summary>
    public const int SpareOffset = 104;

    /// <summary>All bytes of the block.</summary>
    public byte[] Bytes => bytes;

    /// <summary>The counts of the group [cg_cs].</summary>
    public Summary Summary
    {
        get => Summary.Decode(bytes.AsSpan(SummaryOffset));
        set => value.Encode(bytes.AsSpan(SummaryOffset));
    }

    /// <summary>A 32-bit field.</summary>
    public int this[GroupField field]
    {
        get => Int((int)field);
        set => SetInt((int)field, value);
    }

    /// <summary>The 32 bits at byte <paramref name="offset"/>.</summary>
    public int Int(int offset) => BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(offset));

    /// <summary>The 16 bits at byte <paramref name="offset"/>.</summary>
    public short Short(int offset) => BinaryPrimitives.ReadInt16LittleEndian(bytes.AsSpan(offset));

    public void SetInt(int offset, int value) => BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(offset), value);

    public void SetShort(int offset, int value) => BinaryPrimitives.WriteInt16LittleEndian(bytes.AsSpan(offset), checked((short)value));

    /// <summary>Bit <paramref name="index"/> of the map at byte <paramref name="map"/>.</summary>
    public bool Bit(int map, int index) => (bytes[map + index / 8] >> (index % 8) & 1) != 0;

    public void SetBit(int map, int index) => bytes[map + index / 8] |= (byte)(1 << (index % 8));
}
