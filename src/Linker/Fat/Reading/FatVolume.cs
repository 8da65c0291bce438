using System.Buffers.Binary;
using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Linker.Fat.Format;

namespace ManifestLinker.Linker.Fat;

/// <summary>A volume that is being read: what its boot sector says, clusters, and the entries of its tables. FAT12 and FAT16 are read, too: the EFI part of older media has them.</summary>
internal sealed class FatVolume
{
    private const int LargestSector = 4096, MostTables = 8;

    private readonly ByteSource image;

    // Files keep the volume for as long as they are read; nobody can say when it ends.
    private readonly ByteSource pieces;

    private FatVolume(ByteSource image, byte[] boot)
    {
        this.image = image;
        pieces = new PieceBytes(image);
        Boot = boot;
        SectorBytes = Number16(FatFormat.SectorBytes);
        int clusterSectors = boot[FatFormat.ClusterSectors];
        Reserved = Number16(FatFormat.ReservedSectors);
        Tables = boot[FatFormat.Tables];
        TopEntries = Number16(FatFormat.TopEntries);
        Sectors = Number16(FatFormat.Sectors16) is var few and > 0 ? few : Number32(FatFormat.Sectors32);

        // The kinds of old say here how large a table is; by that alone FAT32 is known, as Linux does.
        uint small = Number16(FatFormat.TableSectors16);
        Is32 = small == 0;
        TableSectors = Is32 ? Number32(FatFormat.TableSectors32) : small;
        ClusterBytes = clusterSectors * (long)SectorBytes;
        TopStart = (Reserved + (Tables * (long)TableSectors)) * SectorBytes;
        long topSectors = ((TopEntries * (long)FatEntry.Bytes) + SectorBytes - 1) / SectorBytes;
        FirstByte = TopStart + (topSectors * SectorBytes);
        long clusters = ((Sectors * SectorBytes) - FirstByte) / ClusterBytes;
        Clusters = (uint)Math.Clamp(clusters, 0, FatFormat.Most32);
        EntryHalfBytes = Is32 ? 8 : Clusters < FatFormat.Fewest16 ? 3 : 4;
    }

    /// <summary>The first bytes of the boot sector.</summary>
    public byte[] Boot { get; }

    public int SectorBytes { get; }

    /// <summary>Sectors before the first table.</summary>
    public int Reserved { get; }

    public int Tables { get; }

    public uint TableSectors { get; }

    /// <summary>Entries of the top directory where that has a place of its own.</summary>
    public int TopEntries { get; }

    /// <summary>All sectors.</summary>
    public long Sectors { get; }

    public bool Is32 { get; }

    public long ClusterBytes { get; }

    public uint Clusters { get; }

    /// <summary>The last cluster.</summary>
    public uint LastCluster => Clusters + FatFormat.FirstCluster - 1;

    /// <summary>The first cluster of the top directory; 0 where that has a place of its own.</summary>
    public uint Top => Is32 ? Number32(FatFormat.TopCluster) : 0;

    /// <summary>The byte offset of a top directory that has a place of its own.</summary>
    public long TopStart { get; }

    /// <summary>Half bytes of an entry of a table: 3, 4 or 8.</summary>
    public int EntryHalfBytes { get; }

    /// <summary>The byte offset of the first cluster.</summary>
    public long FirstByte { get; }

    /// <summary>The smallest number that ends a chain.</summary>
    public uint End => Is32 ? FatFormat.FirstEntry : EntryHalfBytes == 4 ? 0xFFF8u : 0xFF8u;

    /// <summary>Whether <paramref name="image"/> begins with a boot sector of FAT, as far as that can be told.</summary>
    public static bool IsFat(ByteSource image)
    {
        if (image.Length < FatFormat.Sector) return false;
        byte[] boot = image.Slice(0, FatFormat.Sector).ToArray();
        return boot[FatFormat.Jump] is 0xEB or 0xE9
            && BinaryPrimitives.ReadUInt16LittleEndian(boot.AsSpan(FatFormat.SectorEnd)) == FatFormat.SectorEndValue
            && IsPowerOfTwo(BinaryPrimitives.ReadUInt16LittleEndian(boot.AsSpan(FatFormat.SectorBytes)), FatFormat.Sector, LargestSector)
            && IsPowerOfTwo(boot[FatFormat.ClusterSectors], 1, 128)
            && boot[FatFormat.Tables] is > 0 and <= MostTables
            && boot[FatFormat.Media] is 0xF0 or >= FatFormat.Disk
            && BinaryPrimitives.ReadUInt16LittleEndian(boot.AsSpan(FatFormat.ReservedSectors)) > 0;
    }

    /// <summary>Opens <paramref name="image"/>; <see cref="InvalidDataException"/> where its boot sector makes no sense.</summary>
    public static FatVolume Open(ByteSource image)
    {
        if (!IsFat(image)) throw BrokenImage.Because($"the image does not begin with a boot sector of FAT");
        var volume = new FatVolume(image, image.Slice(0, FatFormat.Sector).ToArray());
        if (volume.Sectors * volume.SectorBytes > image.Length)
            throw BrokenImage.Because($"the volume is said to have {volume.Sectors * volume.SectorBytes} bytes, and the image has {image.Length}");
        if (volume.Clusters == 0) throw BrokenImage.Because($"the volume has no clusters");
        if (volume.Is32 && !volume.Holds(volume.Top)) throw BrokenImage.Because($"the top directory is said to lie in the cluster {volume.Top}, which is none");
        if (!volume.Is32 && volume.TopEntries == 0) throw BrokenImage.Because($"the top directory has no place");
        long needed = ((volume.LastCluster + 1L) * volume.EntryHalfBytes + 1) / 2;
        if (needed > volume.TableSectors * (long)volume.SectorBytes)
            throw BrokenImage.Because($"the tables have {volume.TableSectors} sectors, which do not reach for {volume.Clusters} clusters");
        return volume;
    }

    /// <summary>Whether <paramref name="cluster"/> is the number of one.</summary>
    public bool Holds(uint cluster) => cluster >= FatFormat.FirstCluster && cluster <= LastCluster;

    /// <summary>The byte offset of a cluster that <see cref="Holds"/> is true of.</summary>
    public long OffsetOf(uint cluster) => FirstByte + ((cluster - FatFormat.FirstCluster) * ClusterBytes);

    /// <summary>The bytes of a range of the image.</summary>
    public ByteSource Content(long offset, long length) => image.Slice(offset, length);

    /// <summary>Reads what describes files; parts of it that lie near each other are read at once.</summary>
    public byte[] ReadTable(long offset, long length)
    {
        var bytes = new byte[length];
        pieces.Read(offset, bytes);
        return bytes;
    }

    /// <summary>The entry of <paramref name="cluster"/> in the table <paramref name="table"/>: the next cluster, 0 where it is free.</summary>
    public uint EntryOf(uint cluster, int table = 0)
    {
        long at = (Reserved + (table * (long)TableSectors)) * SectorBytes;
        Span<byte> bytes = stackalloc byte[4];
        long half = cluster * (long)EntryHalfBytes;
        pieces.Read(at + (half / 2), bytes[..(Is32 ? 4 : 2)]);
        if (Is32) return BinaryPrimitives.ReadUInt32LittleEndian(bytes) & FatFormat.EntryBits;
        uint entry = BinaryPrimitives.ReadUInt16LittleEndian(bytes);

        // Of 12 bits, the odd ones begin in the middle of a byte.
        return EntryHalfBytes == 4 ? entry : half % 2 == 1 ? entry >> 4 : entry & 0xFFF;
    }

    /// <summary>A number in the boot sector.</summary>
    public ushort Number16(int at) => BinaryPrimitives.ReadUInt16LittleEndian(Boot.AsSpan(at));

    /// <inheritdoc cref="Number16"/>
    public uint Number32(int at) => BinaryPrimitives.ReadUInt32LittleEndian(Boot.AsSpan(at));

    private static bool IsPowerOfTwo(int number, int least, int most) => number >= least && number <= most && (number & (number - 1)) == 0;
}
