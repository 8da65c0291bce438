using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Linker.Fat.Format;

namespace ManifestLinker.Linker.Fat;

/// <summary>Something that stands in a directory.</summary>
/// <param name="Name">Its name: the long one where there is one.</param>
/// <param name="Entry">Its entry with the short name.</param>
/// <param name="Offset">The byte offset of that entry in the image.</param>
/// <param name="HasLostPieces">Whether pieces of a long name stand before it that are not its own.</param>
internal readonly record struct NamedEntry(string Name, FatEntry Entry, long Offset, bool HasLostPieces);

/// <summary>Reads the entries of directories.</summary>
internal static class EntryReader
{
    /// <summary>
    /// What stands in the directory that begins with the cluster <paramref name="first"/>, itself, the one above and the label included; 0 for a top directory that has
    /// a place of its own. <paramref name="taken"/> are the clusters of all directories, the first of this one among them: no two directories may share one, so that reading
    /// all of them takes no longer than the image is large.
    /// </summary>
    public static IEnumerable<NamedEntry> Read(FatVolume volume, uint first, HashSet<uint> taken, string what)
    {
        var name = new EntryName();
        bool hadPieces = false;
        int count = 0;
        foreach ((long offset, byte[] piece) in Pieces(volume, first, taken, what))
        {
            for (int at = 0; at + FatEntry.Bytes <= piece.Length; at += FatEntry.Bytes)
            {
                ReadOnlyMemory<byte> place = piece.AsMemory(at, FatEntry.Bytes);
                byte begin = place.Span[0];
                if (begin == FatEntry.Behind) yield break;
                if (count++ == FatFormat.MostDirectoryEntries) throw BrokenImage.Because($"{what} has more than {FatFormat.MostDirectoryEntries} entries");
                var attributes = (FatAttributes)place.Span[FatEntry.AttributeByte];
                if (begin == FatEntry.Free)
                {
                    name.Clear();
                    hadPieces = false;
                }
                else if ((attributes & FatAttributes.LongName) == FatAttributes.LongName)
                {
                    name.Add(place.Span);
                    hadPieces = true;
                }
                else
                {
                    var entry = FatEntry.Read(place.Span, volume.Is32);
                    (string called, bool isLong) = name.Take(entry);
                    yield return new NamedEntry(called, entry, offset + at, hadPieces && !isLong);
                    hadPieces = false;
                }
            }
        }
    }

    private static IEnumerable<(long Offset, byte[] Bytes)> Pieces(FatVolume volume, uint first, HashSet<uint> taken, string what)
    {
        if (first == 0)
        {
            yield return (volume.TopStart, volume.ReadTable(volume.TopStart, volume.TopEntries * (long)FatEntry.Bytes));
            yield break;
        }
        foreach (uint cluster in ClusterChain.From(volume, first, what))
        {
            if (cluster != first && !taken.Add(cluster)) throw BrokenImage.Because($"{what} goes on in the cluster {cluster}, which belongs to another directory");
            long offset = volume.OffsetOf(cluster);
            yield return (offset, volume.ReadTable(offset, volume.ClusterBytes));
        }
    }
}
