using System.Buffers.Binary;

namespace ManifestLinker.Linker.Fat.Format;

/// <summary>An entry of a directory, with a short name.</summary>
/// <param name="Name">The 11 bytes of the name.</param>
/// <param name="Attributes">What it is.</param>
/// <param name="Cluster">The first cluster; 0 for what has none, and for the top directory in <c>..</c>.</param>
/// <param name="Size">Bytes of a file; 0 for a directory.</param>
/// <param name="Modified">The last change, in seconds since 1970 UTC; 0 where the entry holds no time.</param>
internal readonly record struct FatEntry(ReadOnlyMemory<byte> Name, FatAttributes Attributes, uint Cluster, uint Size, long Modified)
{
    /// <summary>Bytes of every entry.</summary>
    public const int Bytes = 32;

    /// <summary>What the first byte of a name says: nothing follows, and the entry is free.</summary>
    public const byte Behind = 0x00, Free = 0xE5;

    /// <summary>Stands for <see cref="Free"/> where a name begins with that.</summary>
    public const byte NotFree = 0x05;

    /// <summary>Bits of <see cref="Case"/>: the name, the extension are in small letters (Windows NT).</summary>
    public const byte SmallName = 0x08, SmallExtension = 0x10;

    /// <summary>Offsets in an entry.</summary>
    public const int AttributeByte = 11, CaseByte = 12, MadeTime = 14, MadeDay = 16, ReadDay = 18, HighCluster = 20, ChangedTime = 22, ChangedDay = 24,
        LowCluster = 26, SizeBytes = 28;

    /// <summary>The names of a directory itself and of the one above it.</summary>
    public static ReadOnlyMemory<byte> Itself { get; } = ".          "u8.ToArray();

    /// <inheritdoc cref="Itself"/>
    public static ReadOnlyMemory<byte> Above { get; } = "..         "u8.ToArray();

    /// <summary>Which parts of the name are to be shown in small letters.</summary>
    public byte Case { get; init; }

    /// <summary>Writes the entry, with <see cref="Modified"/> for every time that it holds.</summary>
    public void Write(Span<byte> place)
    {
        Name.Span.CopyTo(place);
        place[AttributeByte] = (byte)Attributes;
        place[CaseByte] = Case;
        FatTime.WriteTime(place[MadeTime..], Modified);
        FatTime.WriteDay(place[MadeDay..], Modified);
        FatTime.WriteDay(place[ReadDay..], Modified);
        BinaryPrimitives.WriteUInt16LittleEndian(place[HighCluster..], (ushort)(Cluster >> 16));
        FatTime.WriteTime(place[ChangedTime..], Modified);
        FatTime.WriteDay(place[ChangedDay..], Modified);
        BinaryPrimitives.WriteUInt16LittleEndian(place[LowCluster..], (ushort)Cluster);
        BinaryPrimitives.WriteUInt32LittleEndian(place[SizeBytes..], Size);
    }

    /// <summary>The entry in 32 bytes; <paramref name="hasHigh"/> is false for kinds whose clusters have 16 bits.</summary>
    public static FatEntry Read(ReadOnlySpan<byte> place, bool hasHigh)
    {
        uint high = hasHigh ? BinaryPrimitives.ReadUInt16LittleEndian(place[HighCluster..]) : 0u;
        return new(
            place[..ShortName.Bytes].ToArray(),
            (FatAttributes)place[AttributeByte],
            (high << 16) | BinaryPrimitives.ReadUInt16LittleEndian(place[LowCluster..]),
            BinaryPrimitives.ReadUInt32LittleEndian(place[SizeBytes..]),
            FatTime.Read(BinaryPrimitives.ReadUInt16LittleEndian(place[ChangedDay..]), BinaryPrimitives.ReadUInt16LittleEndian(place[ChangedTime..])))
        {
            Case = place[CaseByte],
        };
    }
}
