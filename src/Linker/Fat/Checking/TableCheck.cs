using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Linker.Fat.Format;
using ManifestLinker.Linker.Problems;

namespace ManifestLinker.Linker.Fat;

/// <summary>Checks that all tables are the same, and that no cluster is in use that nothing uses.</summary>
internal static class TableCheck
{
    private const int Piece = 1 << 20;

    // The upper bits of the second entry say that the volume was left without having been closed.
    private const uint Closed = 0x0C000000;

    /// <summary>Compares each table with the first.</summary>
    public static void CompareCopies(FatVolume volume, ProblemList problems, CancellationToken cancel)
    {
        long bytes = volume.TableSectors * (long)volume.SectorBytes, first = volume.Reserved * (long)volume.SectorBytes;
        for (int table = 1; table < volume.Tables; table++)
        {
            ByteSource copy = volume.Content(first + (table * bytes), bytes);
            long at = 0;
            volume.Content(first, bytes).ReadThrough(
                piece =>
                {
                    if (at < 0) return;
                    byte[] other = copy.Slice(at, piece.Length).ToArray();
                    int same = piece.CommonPrefixLength(other);
                    at = same == piece.Length ? at + piece.Length : -1 - (at + same);
                },
                Piece,
                cancel);
            if (at < 0) problems.Add($"table {table + 1} is different from the first", first + (table * bytes) - 1 - at);
        }
    }

    /// <summary>Checks the first two entries, which belong to no cluster.</summary>
    public static void CheckFirst(FatVolume volume, ProblemList problems)
    {
        long at = volume.Reserved * (long)volume.SectorBytes;
        uint media = volume.EntryOf(0) & 0xFF;
        if (media != volume.Boot[FatFormat.Media]) problems.Add($"the first table begins with {media:X2}, and the boot sector says {volume.Boot[FatFormat.Media]:X2}", at);
        if (volume.Is32 && (volume.EntryOf(1) & Closed) != Closed) problems.Add($"the volume was not closed, or has errors, as its first table says", at + 4);
    }

    /// <summary>Counts what is free, and looks for clusters that are in use and not in <paramref name="used"/>.</summary>
    public static uint CountFree(FatVolume volume, UsedClusters used, ProblemList problems, CancellationToken cancel)
    {
        uint free = 0, lost = 0, firstLost = 0;
        for (uint cluster = FatFormat.FirstCluster; cluster <= volume.LastCluster; cluster++)
        {
            if ((cluster & 0xFFFF) == 0) cancel.ThrowIfCancellationRequested();
            uint entry = volume.EntryOf(cluster);
            if (entry == 0) free++;
            // Below the numbers that end a chain is the one that marks what cannot be written to.
            else if (!used.Holds(cluster) && entry != volume.End - 1 && lost++ == 0) firstLost = cluster;
        }
        if (lost > 0) problems.Add($"{lost} clusters are in use and belong to nothing, the first of them {firstLost}", volume.OffsetOf(firstLost));
        return free;
    }
}
