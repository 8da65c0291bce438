using System.Globalization;
using ManifestLinker.Linker.Partitions.Format;

namespace ManifestLinker.Linker.Partitions;

/// <summary>A slice of a disk that illumos starts from.</summary>
/// <param name="Name">What it is called in the table.</param>
/// <param name="Index">Its place in the table, from 0 on.</param>
/// <param name="Tag">What illumos calls its type (<c>sys/vtoc.h</c>).</param>
/// <param name="Type">Its type.</param>
/// <param name="Start">Its first sector.</param>
/// <param name="Sectors">How many it has.</param>
public sealed record DiskSlice(string Name, int Index, int Tag, Guid Type, long Start, long Sectors)
{
    /// <summary>The byte offset of the first sector.</summary>
    public long Offset => Start * GptFormat.Sector;

    /// <summary>Bytes of the slice.</summary>
    public long Bytes => Sectors * GptFormat.Sector;
}

/// <summary>
/// Where the slices of a disk lie, as smartos-live's format_image lays them out: all but the last begin at a whole MiB, and the root takes what the others leave.
/// </summary>
public sealed record DiskLayout
{
    /// <summary>Sectors of the slice that firmware starts from.</summary>
    public const long LoaderSectors = 524_288;

    /// <summary>Sectors of the slice with the second stage of the loader.</summary>
    public const long BootSectors = 2048;

    /// <summary>Sectors that illumos keeps for itself at the end.</summary>
    public const long ReservedSectors = 16_384;

    // A MiB.
    private const long Alignment = 2048;

    // Whoever looks for it, looks there.
    private const int ReservedIndex = 8;

    private DiskLayout(long sectors)
    {
        Sectors = sectors;
        Loader = new("loader", 0, 12, PartitionTypes.EfiSystem, Alignment, LoaderSectors);
        Boot = new("boot", 1, 1, PartitionTypes.IllumosBoot, Loader.Start + Loader.Sectors, BootSectors);
        long start = Boot.Start + Boot.Sectors, reserved = sectors - GptFormat.TableSectors - ReservedSectors;
        Root = new("root", 2, 2, PartitionTypes.IllumosRoot, start, (reserved - start) / Alignment * Alignment);
        Reserved = new("reserved", ReservedIndex, 11, PartitionTypes.IllumosReserved, reserved, ReservedSectors);
    }

    /// <summary>The fewest bytes of a disk that has a root at all.</summary>
    public static long FewestBytes => (Alignment + LoaderSectors + BootSectors + Alignment + ReservedSectors + GptFormat.TableSectors) * GptFormat.Sector;

    /// <summary>All sectors of the disk.</summary>
    public long Sectors { get; }

    /// <summary>The EFI system partition.</summary>
    public DiskSlice Loader { get; }

    /// <summary>The second stage of the loader, for a BIOS.</summary>
    public DiskSlice Boot { get; }

    /// <summary>The FAT file system with everything else.</summary>
    public DiskSlice Root { get; }

    /// <summary>What is left unused.</summary>
    public DiskSlice Reserved { get; }

    /// <summary>All slices in the order in which they lie.</summary>
    public IReadOnlyList<DiskSlice> Slices => [Loader, Boot, Root, Reserved];

    /// <summary>What lies where, a line each: name, tag, byte offset, bytes. smartos-live puts this beside an image as partition.map.</summary>
    public string Map => string.Concat(Slices.Select(slice => string.Create(CultureInfo.InvariantCulture, $"{slice.Name} {slice.Tag} {slice.Offset} {slice.Bytes}\n")));

    /// <summary>Why no disk can have so many bytes, a sentence without a full stop; null where it can.</summary>
    public static string? WhyNot(long bytes)
    {
        if (bytes % GptFormat.Sector != 0) return string.Create(CultureInfo.InvariantCulture, $"{bytes} bytes are no whole sectors of {GptFormat.Sector} bytes");
        return bytes < FewestBytes
            ? string.Create(CultureInfo.InvariantCulture, $"{bytes} bytes have no room for the partitions of a disk: {FewestBytes - bytes} bytes are missing")
            : null;
    }

    /// <summary>The layout of a disk of so many bytes, which <see cref="WhyNot"/> has nothing against (<see cref="ArgumentException"/>).</summary>
    public static DiskLayout Of(long bytes) => WhyNot(bytes) is { } why ? throw new ArgumentException(why, nameof(bytes)) : new(bytes / GptFormat.Sector);
}
