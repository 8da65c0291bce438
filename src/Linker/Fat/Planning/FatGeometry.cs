using ManifestLinker.Linker.Fat.Format;

namespace ManifestLinker.Linker.Fat;

/// <summary>
/// The parts of a FAT32 file system, sized as mkfs of illumos sizes them (mkfs_pcfs, <c>compute_file_area_size</c>), so that an empty image has every table where
/// that has it. The tables are a little larger than they need be.
/// </summary>
/// <param name="Sectors">All sectors, of 512 bytes.</param>
/// <param name="ClusterSectors">Sectors of a cluster.</param>
/// <param name="TableSectors">Sectors of one of the two tables.</param>
internal readonly record struct FatGeometry(long Sectors, int ClusterSectors, long TableSectors)
{
    /// <summary>Sectors before the first table, and the number of tables.</summary>
    public const int ReservedSectors = 32, Tables = 2;

    /// <summary>Sectors that hold copies of the boot sector and of the counters, and the counters themselves.</summary>
    public const int InfoSector = 1, BackupSector = 6;

    /// <summary>The disk that lofi pretends: cylinders of 300 KiB with one head.</summary>
    public const int TrackSectors = 600, Heads = 1;

    private const int LargestCluster = 64;

    // So many clusters are the most before clusters become larger.
    private const long ClustersOfEachSize = 4 << 20;

    /// <summary>Bytes of a cluster.</summary>
    public long ClusterBytes => ClusterSectors * (long)FatFormat.Sector;

    /// <summary>The sector where the first cluster begins.</summary>
    public long FirstSector => ReservedSectors + (Tables * TableSectors);

    /// <summary>How many clusters there are; no number where the image is too small for its tables.</summary>
    public long Clusters => Math.Max(0, (Sectors - FirstSector) / ClusterSectors);

    /// <summary>The geometry of so many sectors.</summary>
    public static FatGeometry Of(long sectors)
    {
        int cluster = 1;
        while (cluster < LargestCluster && sectors - ReservedSectors >= cluster * ClustersOfEachSize) cluster *= 2;
        long entries = ((256L * cluster) + Tables) / 2;
        long table = Math.Max(1, (sectors - (2 * ReservedSectors) + entries - 1) / entries);
        return new(sectors, cluster, table);
    }

    /// <summary>The fewest sectors that have enough clusters for FAT32.</summary>
    public static long Fewest()
    {
        long sectors = FatFormat.Fewest32;
        while (Of(sectors).Clusters < FatFormat.Fewest32) sectors++;
        return sectors;
    }

    /// <summary>The byte offset of a cluster.</summary>
    public long OffsetOf(uint cluster) => (FirstSector + ((cluster - FatFormat.FirstCluster) * (long)ClusterSectors)) * FatFormat.Sector;

    /// <summary>How many clusters so many bytes take.</summary>
    public long ClustersFor(long bytes) => (bytes + ClusterBytes - 1) / ClusterBytes;
}
