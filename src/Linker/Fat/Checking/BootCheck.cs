using System.Buffers.Binary;
using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Linker.Fat.Format;
using ManifestLinker.Linker.Problems;

namespace ManifestLinker.Linker.Fat;

/// <summary>Checks the boot sector of FAT32 against its copy, and what counts the free clusters.</summary>
internal static class BootCheck
{
    /// <summary>Checks all; <paramref name="free"/> is how many clusters are free.</summary>
    public static void Run(FatVolume volume, uint free, ProblemList problems)
    {
        if (!volume.Is32) return;
        int info = volume.Number16(FatFormat.InfoSector), backup = volume.Number16(FatFormat.BackupSector);
        problems.Expect("the version of the format", volume.Number16(FatFormat.Version), 0, FatFormat.Version);
        if (IsSector(volume, backup))
        {
            long at = backup * (long)volume.SectorBytes;
            if (!volume.Content(at, FatFormat.Sector).ToArray().AsSpan().SequenceEqual(volume.Boot)) problems.Add($"the copy of the boot sector is different from it", at);
        }
        else if (IsPlace(backup)) problems.Add($"the copy of the boot sector is said to be sector {backup}, behind the reserved ones", FatFormat.BackupSector);
        if (IsSector(volume, info)) CheckInfo(volume, info * (long)volume.SectorBytes, free, problems);
        else if (IsPlace(info)) problems.Add($"the free clusters are said to be counted in sector {info}, behind the reserved ones", FatFormat.InfoSector);
    }

    // Both 0 and FFFF say that there is none.
    private static bool IsPlace(int sector) => sector is not (0 or 0xFFFF);

    private static bool IsSector(FatVolume volume, int sector) => IsPlace(sector) && sector < volume.Reserved;

    private static void CheckInfo(FatVolume volume, long at, uint free, ProblemList problems)
    {
        ByteSource sector = volume.Content(at, FatFormat.Sector);
        byte[] bytes = sector.ToArray();
        foreach ((int place, uint value) in (ReadOnlySpan<(int, uint)>)
        [
            (FatFormat.InfoLead, FatFormat.InfoLeadValue), (FatFormat.InfoBody, FatFormat.InfoBodyValue), (FatFormat.InfoTail, FatFormat.InfoTailValue),
        ])
        {
            if (Number(place) == value) continue;
            problems.Add($"the sector that counts the free clusters has not the mark that it should have", at + place);
            return;
        }
        uint counted = Number(FatFormat.FreeClusters), next = Number(FatFormat.NextCluster);
        if (counted != FatFormat.Unknown) problems.Expect("the number of free clusters", counted, free, at + FatFormat.FreeClusters);
        if (next != FatFormat.Unknown && !volume.Holds(next)) problems.Add($"the next free cluster is said to be {next}, which is none", at + FatFormat.NextCluster);

        uint Number(int place) => BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(place));
    }
}
