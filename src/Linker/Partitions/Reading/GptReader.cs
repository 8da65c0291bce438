using System.IO.Hashing;
using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Linker.Partitions.Format;

namespace ManifestLinker.Linker.Partitions;

/// <summary>
/// Reads GUID partition tables of disks with sectors of 512 bytes. Where the first table is damaged, the one at the end of the disk counts, and the first one's damage is told. On any
/// other bytes it throws an <see cref="InvalidDataException"/> that says in one line what is wrong.
/// </summary>
public static class GptReader
{
    /// <summary>Whether <paramref name="image"/> has the beginning of a header where the first or the second one lies.</summary>
    public static bool IsGpt(ByteSource image) =>
        image.Length % GptFormat.Sector == 0 && image.Length >= 3 * GptFormat.Sector && (HasSignature(image, GptFormat.HeaderSector) || HasSignature(image, LastSector(image)));

    /// <summary>The table of <paramref name="image"/>. Every partition lies in it; they may lie on each other.</summary>
    public static GptTable Read(ByteSource image)
    {
        if (image.Length < 3 * GptFormat.Sector) throw BrokenImage.Because($"the image is too short for a partition table");
        (GptHeader Header, byte[] Entries)? table = TableAt(image, GptFormat.HeaderSector, out string? damage);
        if (table is null)
        {
            table = TableAt(image, LastSector(image), out string? second)
                ?? throw BrokenImage.Because($"the first partition table {damage}, and the second {second}");
        }
        (GptHeader header, byte[] entries) = table.Value;
        var partitions = new List<GptPartition>();
        for (int index = 0; index < header.EntryCount; index++)
        {
            if (GptPartition.Read(entries.AsSpan(index * (int)header.EntrySize, (int)header.EntrySize), index) is not { } partition) continue;
            if (partition.FirstSector > partition.LastSector || partition.LastSector > (ulong)LastSector(image))
                throw BrokenImage.Because($"the partition {index + 1} '{partition.Name}' has the sectors {partition.FirstSector} to {partition.LastSector}, of {LastSector(image) + 1}");
            partitions.Add(partition);
        }
        return new GptTable(header.Disk, partitions, damage is null ? null : $"the first partition table {damage}");
    }

    /// <summary>The last sector of <paramref name="image"/>, where the second header lies.</summary>
    internal static long LastSector(ByteSource image) => (image.Length / GptFormat.Sector) - 1;

    /// <summary>The header in a sector, and its entries; null, and what is wrong (it <c>lies</c> or <c>has</c> something), where they are not whole.</summary>
    internal static (GptHeader Header, byte[] Entries)? TableAt(ByteSource image, long sector, out string? damage)
    {
        GptHeader? header = GptHeader.Read(image.Slice(sector * GptFormat.Sector, GptFormat.Sector).ToArray(), out damage);
        if (header is null) return null;
        if (header.MySector != (ulong)sector) damage = $"says that it lies in sector {header.MySector}, and lies in {sector}";
        else if (header.EntrySize < GptFormat.EntryBytes || header.EntrySize % 8 != 0 || header.EntryCount == 0 || header.EntriesBytes > GptFormat.MostEntriesBytes)
            damage = $"has {header.EntryCount} entries of {header.EntrySize} bytes";
        else if (header.Entries > (ulong)LastSector(image) || (long)header.Entries * GptFormat.Sector > image.Length - header.EntriesBytes)
            damage = $"has its entries in sector {header.Entries}, behind the end of the image";
        if (damage is not null) return null;
        byte[] entries = image.Slice((long)header.Entries * GptFormat.Sector, header.EntriesBytes).ToArray();
        if (Crc32.HashToUInt32(entries) == header.EntriesChecksum) return (header, entries);
        damage = "has entries with another checksum than it says";
        return null;
    }

    private static bool HasSignature(ByteSource image, long sector) =>
        image.Slice(sector * GptFormat.Sector, GptFormat.Signature.Length).ToArray().AsSpan().SequenceEqual(GptFormat.Signature);
}
