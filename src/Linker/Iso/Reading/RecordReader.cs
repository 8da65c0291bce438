using ManifestLinker.Compiler.Ir;
using ManifestLinker.Linker.Iso.Format;

namespace ManifestLinker.Linker.Iso;

/// <summary>Reads the records of directories, piece by piece.</summary>
internal static class RecordReader
{
    private const int Piece = 32 * IsoFormat.Sector;

    /// <summary>The records of the directory <paramref name="path"/>, which has <paramref name="size"/> bytes from <paramref name="block"/> on.</summary>
    public static IEnumerable<DirectoryRecord> Read(IsoVolume volume, ImagePath path, long block, long size)
    {
        string what = $"the directory '{path}'";
        if (!volume.Holds(block, size)) throw BrokenImage.Because($"{what} is said to have {size} bytes from block {block} on, more than the image");
        for (long at = 0; at < size; at += Piece)
        {
            byte[] piece = volume.ReadTable(block, at, (int)Math.Min(Piece, size - at), what);
            for (int within = 0; within < piece.Length;)
            {
                // Where no record fits any more, zeros follow up to the end of the sector.
                int left = Math.Min(IsoFormat.Sector - (within % IsoFormat.Sector), piece.Length - within);
                if (piece[within] == 0)
                {
                    within += left;
                    continue;
                }
                DirectoryRecord record = DirectoryRecord.Decode(piece.AsSpan(within, left))
                    ?? throw BrokenImage.Because($"{what} has a broken record at byte {at + within}");
                yield return record;
                within += piece[within];
            }
        }
    }

    /// <summary>The record of the directory at <paramref name="block"/> itself, its first.</summary>
    public static DirectoryRecord ReadItself(IsoVolume volume, ImagePath path, long block)
    {
        string what = $"the directory '{path}'";
        return DirectoryRecord.Decode(volume.ReadTable(block, 0, IsoFormat.Sector, what)) is { IsItself: true } itself
            ? itself
            : throw BrokenImage.Because($"{what} does not begin with itself in block {block}");
    }
}
