namespace ManifestLinker.Linker.Fat.Format;

/// <summary>
/// Where things stand in a FAT file system (Microsoft, "FAT: General Overview of On-Disk Format" 1.03). All numbers have their low byte first.
/// </summary>
internal static class FatFormat
{
    /// <summary>Bytes of the sectors that are written here, and the smallest that are read.</summary>
    public const int Sector = 512;

    /// <summary>Offsets in the boot sector that all kinds have in common.</summary>
    public const int Jump = 0, Maker = 3, SectorBytes = 11, ClusterSectors = 13, ReservedSectors = 14, Tables = 16, TopEntries = 17, Sectors16 = 19,
        Media = 21, TableSectors16 = 22, TrackSectors = 24, Heads = 26, HiddenSectors = 28, Sectors32 = 32;

    /// <summary>Offsets in the boot sector of FAT32.</summary>
    public const int TableSectors32 = 36, Flags = 40, Version = 42, TopCluster = 44, InfoSector = 48, BackupSector = 50, Drive = 64,
        HasSerial = 66, Serial = 67, Label = 71, Kind = 82;

    /// <summary>Where the two bytes stand that every boot sector ends with, and their value.</summary>
    public const int SectorEnd = 510, SectorEndValue = 0xAA55;

    /// <summary>Offsets in the sector that counts what is free, and the three values by which it is known.</summary>
    public const int InfoLead = 0, InfoBody = 484, FreeClusters = 488, NextCluster = 492, InfoTail = 508;

    /// <summary>The values by which the sector that counts what is free is known.</summary>
    public const uint InfoLeadValue = 0x41615252, InfoBodyValue = 0x61417272, InfoTailValue = 0xAA550000;

    /// <summary>What stands in a counter that counts nothing.</summary>
    public const uint Unknown = 0xFFFFFFFF;

    /// <summary>The media byte of a disk; it stands in the first entry of a table again.</summary>
    public const byte Disk = 0xF8;

    /// <summary>The number of the first cluster.</summary>
    public const uint FirstCluster = 2;

    /// <summary>The fewest clusters of FAT16, and of FAT32: the number of clusters alone says which kind it is.</summary>
    public const uint Fewest16 = 4085, Fewest32 = 65525;

    /// <summary>The most clusters of FAT32: entries have 28 bits, and the numbers from 0FFFFFF6 on mean something else.</summary>
    public const uint Most32 = 0x0FFFFFF4;

    /// <summary>The bits of an entry of FAT32 that count.</summary>
    public const uint EntryBits = 0x0FFFFFFF;

    /// <summary>In the first two entries of a table.</summary>
    public const uint FirstEntry = 0x0FFFFFF8, SecondEntry = 0x0FFFFFFF;

    /// <summary>Ends a chain of clusters; anything from <see cref="FirstEntry"/> on does.</summary>
    public const uint EndOfChain = 0x0FFFFFFF;

    /// <summary>The most bytes of a file.</summary>
    public const long MostFileBytes = uint.MaxValue;

    /// <summary>The most entries of a directory, of <see cref="FatEntry.Bytes"/> bytes each.</summary>
    public const int MostDirectoryEntries = 65536;
}
