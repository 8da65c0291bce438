using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Linker.Partitions.Format;
using ManifestLinker.Linker.Problems;

namespace ManifestLinker.Linker.Partitions;

/// <summary>
/// Counts again what a disk says of its partitions: that both tables are whole and the same, that partitions lie where they may and not on each other, and that the first sector
/// protects them. How many entries a table has is not judged: illumos writes 9.
/// </summary>
public static class GptChecker
{
    /// <summary>All problems of <paramref name="image"/>, none for a sound one. Any bytes may be checked; what cannot be read ends the check with one problem.</summary>
    public static IReadOnlyList<ImageProblem> Check(ByteSource image) => ProblemList.Of(problems =>
    {
        if (image.Length % GptFormat.Sector != 0) problems.Add($"the image has {image.Length} bytes, which are no whole sectors");
        GptTable table = GptReader.Read(image);
        MbrCheck.Run(image, problems);
        long last = GptReader.LastSector(image);
        (GptHeader Header, byte[] Entries)? first = TableAt(image, GptFormat.HeaderSector, "first", problems), second = TableAt(image, last, "second", problems);
        if (first is { } one && second is { } other) Compare(one, other, last, problems);
        CheckPartitions(table.Partitions, (first ?? second)!.Value.Header, problems);
    });

    private static (GptHeader Header, byte[] Entries)? TableAt(ByteSource image, long sector, string which, ProblemList problems)
    {
        (GptHeader Header, byte[] Entries)? table = GptReader.TableAt(image, sector, out string? damage);
        if (table is null) problems.Add($"the {which} partition table {damage}", sector * GptFormat.Sector);
        return table;
    }

    private static void Compare((GptHeader Header, byte[] Entries) first, (GptHeader Header, byte[] Entries) second, long last, ProblemList problems)
    {
        problems.Expect("the sector of the second table, as the first says,", (long)first.Header.OtherSector, last, (GptFormat.HeaderSector * GptFormat.Sector) + GptFormat.OtherSector);
        problems.Expect("the sector of the first table, as the second says,", (long)second.Header.OtherSector, GptFormat.HeaderSector, (last * GptFormat.Sector) + GptFormat.OtherSector);
        GptHeader same = second.Header with { MySector = first.Header.MySector, OtherSector = first.Header.OtherSector, Entries = first.Header.Entries };
        if (same != first.Header || !first.Entries.AsSpan().SequenceEqual(second.Entries)) problems.Add($"the second partition table is different from the first", last * GptFormat.Sector);
        long entries = (first.Header.EntriesBytes + GptFormat.Sector - 1) / GptFormat.Sector;
        if (first.Header.FirstUsable < first.Header.Entries + (ulong)entries || first.Header.LastUsable >= second.Header.Entries || first.Header.FirstUsable > first.Header.LastUsable)
            problems.Add($"the sectors {first.Header.FirstUsable} to {first.Header.LastUsable} are said to be free for partitions, and the tables lie in them", GptFormat.Sector + GptFormat.FirstUsable);
    }

    private static void CheckPartitions(IReadOnlyList<GptPartition> partitions, GptHeader header, ProblemList problems)
    {
        var identities = new Dictionary<Guid, GptPartition>();
        foreach (GptPartition partition in partitions)
        {
            if (partition.FirstSector < header.FirstUsable || partition.LastSector > header.LastUsable)
                problems.Add($"{Named(partition)} does not lie between the sectors {header.FirstUsable} and {header.LastUsable}", partition.Offset);
            if (!identities.TryAdd(partition.Identity, partition)) problems.Add($"{Named(partition)} has the identity of {Named(identities[partition.Identity])}");
        }
        GptPartition? before = null;
        foreach (GptPartition partition in partitions.OrderBy(partition => partition.FirstSector))
        {
            if (before is not null && partition.FirstSector <= before.LastSector) problems.Add($"{Named(partition)} lies on {Named(before)}", partition.Offset);
            if (before is null || partition.LastSector > before.LastSector) before = partition;
        }
    }

    private static string Named(GptPartition partition) => FormattableString.Invariant($"the partition {partition.Index + 1} '{partition.Name}'");
}
