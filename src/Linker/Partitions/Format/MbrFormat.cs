namespace ManifestLinker.Linker.Partitions.Format;

/// <summary>Where things stand in the first sector of a disk: the four partitions, and what the first stage of illumos's loader (pmbr) keeps there.</summary>
internal static class MbrFormat
{
    /// <summary>The serial number of the disk and two bytes behind it; then the first of four partitions, and their bytes.</summary>
    public const int Serial = 0x1b8, Partitions = 0x1be, PartitionBytes = 16, PartitionCount = 4;

    /// <summary>Where the two bytes stand that the sector ends with, and their value.</summary>
    public const int SectorEnd = 510, SectorEndValue = 0xAA55;

    /// <summary>Offsets in a partition.</summary>
    public const int FirstPlace = 1, Kind = 4, LastPlace = 5, FirstSector = 8, Sectors = 12;

    /// <summary>The kind of a partition that covers a disk with a GUID partition table.</summary>
    public const byte Protective = 0xEE;

    /// <summary>Where a FAT file system would say how it is made; the first stage has nothing there.</summary>
    public const int Parameters = 3, ParametersBytes = 0x3b;

    /// <summary>
    /// The version of the layout, where /lib/sdc/usb-key.sh reads it, sectors and place of the second stage, and a number that nothing else has (illumos
    /// <c>pmbr.s</c>, smartos-live <c>format_image</c>).
    /// </summary>
    public const int LayoutVersion = 0xfa, StageSectors = 0xfc, StageSector = 0xfe, Identity = 0x106;

    /// <summary>The version of the layout with the loader; 1 was that with GRUB.</summary>
    public const byte LoaderLayout = 2;
}
