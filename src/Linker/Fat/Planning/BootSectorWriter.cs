using System.Buffers.Binary;
using ManifestLinker.Linker.Fat.Format;

namespace ManifestLinker.Linker.Fat;

/// <summary>Writes the boot sector, and the sector that counts what is free, as mkfs of illumos does, without its boot program: nothing starts from it.</summary>
internal static class BootSectorWriter
{
    /// <summary>The boot sector.</summary>
    public static byte[] Boot(FatLayout layout)
    {
        FatGeometry geometry = layout.Geometry;
        var sector = new byte[FatFormat.Sector];
        ((ReadOnlySpan<byte>)[0xEB, 0x3C, 0x90]).CopyTo(sector.AsSpan(FatFormat.Jump));
        "MSDOS4.0"u8.CopyTo(sector.AsSpan(FatFormat.Maker));
        Write16(FatFormat.SectorBytes, FatFormat.Sector);
        sector[FatFormat.ClusterSectors] = (byte)geometry.ClusterSectors;
        Write16(FatFormat.ReservedSectors, FatGeometry.ReservedSectors);
        sector[FatFormat.Tables] = FatGeometry.Tables;
        sector[FatFormat.Media] = FatFormat.Disk;
        Write16(FatFormat.TrackSectors, FatGeometry.TrackSectors);
        Write16(FatFormat.Heads, FatGeometry.Heads);
        Write32(FatFormat.HiddenSectors, layout.Options.HiddenSectors);
        Write32(FatFormat.Sectors32, (uint)geometry.Sectors);
        Write32(FatFormat.TableSectors32, (uint)geometry.TableSectors);
        Write32(FatFormat.TopCluster, FatFormat.FirstCluster);
        Write16(FatFormat.InfoSector, FatGeometry.InfoSector);
        Write16(FatFormat.BackupSector, FatGeometry.BackupSector);
        sector[FatFormat.Drive] = 0x80;
        sector[FatFormat.HasSerial] = 0x29;
        Write32(FatFormat.Serial, layout.Options.Serial);
        FatLabel.Of(layout.Options.Label)!.CopyTo(sector, FatFormat.Label);
        "FAT32   "u8.CopyTo(sector.AsSpan(FatFormat.Kind));
        Write16(FatFormat.SectorEnd, FatFormat.SectorEndValue);
        return sector;

        void Write16(int at, ushort number) => BinaryPrimitives.WriteUInt16LittleEndian(sector.AsSpan(at), number);

        void Write32(int at, uint number) => BinaryPrimitives.WriteUInt32LittleEndian(sector.AsSpan(at), number);
    }

    /// <summary>The sector of counters; the copy of it does not say which cluster is <paramref name="next"/>.</summary>
    public static byte[] Info(FatLayout layout, uint next)
    {
        var sector = new byte[FatFormat.Sector];
        foreach ((int at, uint number) in (ReadOnlySpan<(int, uint)>)
        [
            (FatFormat.InfoLead, FatFormat.InfoLeadValue), (FatFormat.InfoBody, FatFormat.InfoBodyValue),
            (FatFormat.FreeClusters, (uint)layout.Free), (FatFormat.NextCluster, next), (FatFormat.InfoTail, FatFormat.InfoTailValue),
        ])
        {
            BinaryPrimitives.WriteUInt32LittleEndian(sector.AsSpan(at), number);
        }
        return sector;
    }
}
