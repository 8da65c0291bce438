using System.IO.Hashing;
using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Linker.Extents;
using ManifestLinker.Linker.Partitions.Format;

namespace ManifestLinker.Linker.Partitions;

/// <summary>Writes a GUID partition table: the header and entries at the beginning of a disk, and once more at its end.</summary>
internal static class GptWriter
{
    /// <summary>The four pieces of a table for a disk of so many sectors.</summary>
    public static IEnumerable<Extent> Write(long sectors, Guid disk, IReadOnlyList<GptPartition> partitions)
    {
        var entries = new byte[GptFormat.Count * GptFormat.EntryBytes];
        foreach (GptPartition partition in partitions) partition.Write(entries.AsSpan(partition.Index * GptFormat.EntryBytes));
        uint checksum = Crc32.HashToUInt32(entries);
        long last = sectors - 1, backup = sectors - GptFormat.TableSectors;
        yield return At(GptFormat.HeaderSector, Header(GptFormat.HeaderSector, last, GptFormat.EntriesSector));
        yield return At(GptFormat.EntriesSector, entries);
        yield return At(backup, entries);
        yield return At(last, Header(last, GptFormat.HeaderSector, backup));

        byte[] Header(long mine, long other, long entriesAt) => new GptHeader(
            (ulong)mine,
            (ulong)other,
            (ulong)(GptFormat.HeaderSector + GptFormat.TableSectors),
            (ulong)(backup - 1),
            disk,
            (ulong)entriesAt,
            GptFormat.Count,
            GptFormat.EntryBytes,
            checksum).Write();
    }

    private static Extent At(long sector, byte[] bytes) => new(sector * GptFormat.Sector, new MemoryBytes(bytes));
}
