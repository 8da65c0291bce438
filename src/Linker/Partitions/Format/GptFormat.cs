namespace ManifestLinker.Linker.Partitions.Format;

/// <summary>Where things stand in a GUID partition table (UEFI 2.10, 5.3). All numbers have their low byte first.</summary>
internal static class GptFormat
{
    /// <summary>Bytes of a sector. Disks with larger ones have another layout, and are not read.</summary>
    public const int Sector = 512;

    /// <summary>The sector of the primary header, and of the primary entries here.</summary>
    public const long HeaderSector = 1, EntriesSector = 2;

    /// <summary>Bytes of a header, and of the checksum's part of it.</summary>
    public const int HeaderBytes = 92;

    /// <summary>Offsets in a header.</summary>
    public const int Revision = 8, Size = 12, Checksum = 16, MySector = 24, OtherSector = 32, FirstUsable = 40, LastUsable = 48, Disk = 56,
        Entries = 72, EntryCount = 80, EntrySize = 84, EntriesChecksum = 88;

    /// <summary>The revision of the format.</summary>
    public const uint RevisionValue = 0x00010000;

    /// <summary>How many entries a table has here, the fewest that UEFI allows, and bytes of an entry.</summary>
    public const int Count = 128, EntryBytes = 128;

    /// <summary>The most bytes of all entries that are read; disks have 16 KiB.</summary>
    public const long MostEntriesBytes = 1 << 20;

    /// <summary>Offsets in an entry.</summary>
    public const int Type = 0, Identity = 16, First = 32, Last = 40, Attributes = 48, Name = 56;

    /// <summary>UTF-16 units of a name.</summary>
    public const int NameUnits = 36;

    /// <summary>Sectors of a header and its entries.</summary>
    public const long TableSectors = 1 + (Count * EntryBytes / Sector);

    /// <summary>What every header begins with.</summary>
    public static ReadOnlySpan<byte> Signature => "EFI PART"u8;
}
