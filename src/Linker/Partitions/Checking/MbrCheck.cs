using System.Buffers.Binary;
using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Linker.Partitions.Format;
using ManifestLinker.Linker.Problems;

namespace ManifestLinker.Linker.Partitions;

/// <summary>Checks that the first sector keeps those who know no GUID partition table from taking the disk for empty.</summary>
internal static class MbrCheck
{
    public static void Run(ByteSource image, ProblemList problems)
    {
        byte[] sector = image.Slice(0, GptFormat.Sector).ToArray();
        if (BinaryPrimitives.ReadUInt16LittleEndian(sector.AsSpan(MbrFormat.SectorEnd)) != MbrFormat.SectorEndValue)
        {
            problems.Add($"the first sector does not end with 55 AA", MbrFormat.SectorEnd);
            return;
        }
        long expected = Math.Min(GptReader.LastSector(image), uint.MaxValue);
        int found = 0;
        for (int index = 0; index < MbrFormat.PartitionCount; index++)
        {
            int at = MbrFormat.Partitions + (index * MbrFormat.PartitionBytes);
            byte kind = sector[at + MbrFormat.Kind];
            if (kind == MbrFormat.Protective)
            {
                found++;
                problems.Expect("the first sector of the protective partition", Number(at + MbrFormat.FirstSector), 1, at + MbrFormat.FirstSector);

                // Some write the most there can be, whatever the size of the disk.
                if (Number(at + MbrFormat.Sectors) != uint.MaxValue)
                    problems.Expect("the number of sectors of the protective partition", Number(at + MbrFormat.Sectors), expected, at + MbrFormat.Sectors);
            }
            else if (kind != 0) problems.Add($"the first sector has a partition of the kind {kind:X2} beside the protective one", at);
        }
        if (found != 1) problems.Add($"the first sector has {found} protective partitions, not 1", MbrFormat.Partitions);

        uint Number(int at) => BinaryPrimitives.ReadUInt32LittleEndian(sector.AsSpan(at));
    }
}
