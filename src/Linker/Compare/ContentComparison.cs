using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Compiler.Elf;
using ManifestLinker.Linker.Gzip;

namespace ManifestLinker.Linker.Compare;

/// <summary>
/// Says how the contents of two files differ: first byte for byte, and where that says that they do, by what they do. A text with a
/// date in it is a text that differs; nothing is guessed.
/// </summary>
/// <param name="spool">Gives an empty temporary stream, for what is inside of a compressed file.</param>
internal sealed class ContentComparison(Func<Stream> spool)
{
    // What is inflated of either side, in bytes. No file of a platform holds as much; one that does counts as different.
    private const long MostInflated = 1L << 30;

    /// <summary>How <paramref name="now"/> differs from <paramref name="old"/>; null where both have the same bytes.</summary>
    public ContentChange? Compare(ByteSource old, ByteSource now, CancellationToken cancel)
    {
        if (SameBytes.Are(old, now, cancel)) return null;
        if (LibraryNames.IsElf(old) && LibraryNames.IsElf(now)) return CompareElf(old, now, cancel);
        if (GzipReader.IsGzip(old) && GzipReader.IsGzip(now) && HaveSameInside(old, now, cancel))
            return new ContentChange(ContentNature.Noise, "the way it is compressed");
        return new ContentChange(ContentNature.Different);
    }

    private static ContentChange CompareElf(ByteSource old, ByteSource now, CancellationToken cancel)
    {
        ElfObject before = ElfReader.Read(old);
        ElfObject after = ElfReader.Read(now);
        if (LoadedContent.Of(old, before).IsSameAs(LoadedContent.Of(now, after), cancel))
            return new ContentChange(ContentNature.Noise, "what is not loaded: build ids, comments, debugging information");
        return new ContentChange(ContentNature.Different)
        {
            Elf = ElfChange.Between(before, after, () => LostSymbols.Between(old, now)),
        };
    }

    private bool HaveSameInside(ByteSource old, ByteSource now, CancellationToken cancel)
    {
        try
        {
            using InflatedBytes before = GzipReader.Inflate(old, spool, MostInflated, cancel);
            using InflatedBytes after = GzipReader.Inflate(now, spool, MostInflated, cancel);
            return before.TrailingBytes == 0 && after.TrailingBytes == 0 && SameBytes.Are(before, after, cancel);
        }
        catch (InvalidDataException)
        {
            // A file that is damaged, or too large to look into, is what its bytes are.
            return false;
        }
    }
}
