using System.Buffers.Binary;
using ManifestLinker.Linker.Partitions.Format;

namespace ManifestLinker.Linker.Partitions;

/// <summary>The first sector of a disk: the first stage of the loader (pmbr), and one partition that covers the whole disk, so that nobody takes it for empty.</summary>
internal static class ProtectiveMbr
{
    /// <summary>Why <paramref name="program"/> cannot be the first stage, a sentence without a full stop; null where it can.</summary>
    public static string? WhyNot(ReadOnlySpan<byte> program)
    {
        if (program.Length != GptFormat.Sector) return $"the first stage has {program.Length} bytes, and must have {GptFormat.Sector}";
        return BinaryPrimitives.ReadUInt16LittleEndian(program[MbrFormat.SectorEnd..]) == MbrFormat.SectorEndValue ? null : "the first stage does not end with 55 AA";
    }

    /// <summary>The sector for a disk of <paramref name="layout"/>, whose second stage has <paramref name="stageBytes"/>.</summary>
    public static byte[] Write(ReadOnlySpan<byte> program, DiskLayout layout, long stageBytes, Guid identity)
    {
        byte[] sector = program.ToArray();
        sector.AsSpan(MbrFormat.Parameters, MbrFormat.ParametersBytes).Clear();
        sector[MbrFormat.LayoutVersion] = MbrFormat.LoaderLayout;
        sector[MbrFormat.LayoutVersion + 1] = 0;

        // All of it: the last sector is commonly not full.
        BinaryPrimitives.WriteUInt16LittleEndian(sector.AsSpan(MbrFormat.StageSectors), (ushort)((stageBytes + GptFormat.Sector - 1) / GptFormat.Sector));
        BinaryPrimitives.WriteInt64LittleEndian(sector.AsSpan(MbrFormat.StageSector), layout.Boot.Start);
        identity.TryWriteBytes(sector.AsSpan(MbrFormat.Identity), bigEndian: true, out _);
        Span<byte> partitions = sector.AsSpan(MbrFormat.Partitions, MbrFormat.PartitionBytes * MbrFormat.PartitionCount);
        partitions.Clear();

        // Cylinder, head and sector of the second sector, and the last ones there can be.
        ((ReadOnlySpan<byte>)[0x00, 0x02, 0x00]).CopyTo(partitions[MbrFormat.FirstPlace..]);
        partitions[MbrFormat.Kind] = MbrFormat.Protective;
        partitions.Slice(MbrFormat.LastPlace, 3).Fill(0xff);
        BinaryPrimitives.WriteUInt32LittleEndian(partitions[MbrFormat.FirstSector..], 1);
        BinaryPrimitives.WriteUInt32LittleEndian(partitions[MbrFormat.Sectors..], (uint)Math.Min(layout.Sectors - 1, uint.MaxValue));
        return sector;
    }
}
