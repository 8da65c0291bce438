using ManifestLinker.Linker.Fat.Format;

namespace ManifestLinker.Linker.Fat;

/// <summary>Puts the names of entries together: pieces of a long name, and the short name that stands behind them.</summary>
internal sealed class EntryName
{
    private string? units;
    private int expected;
    private byte checksum;

    /// <summary>Whether pieces have come that belong to no name.</summary>
    public bool IsOpen => units is not null;

    /// <summary>Takes a piece of a long name. One that does not follow the last makes all of them worth nothing.</summary>
    public void Add(ReadOnlySpan<byte> piece)
    {
        int number = piece[LongName.Number];
        if ((number & LongName.Last) != 0)
        {
            units = "";
            expected = number & ~LongName.Last;
            checksum = piece[LongName.Checksum];
        }
        if (units is null || expected == 0 || (number & ~LongName.Last) != expected || piece[LongName.Checksum] != checksum)
        {
            units = null;
            return;
        }
        units = LongName.Read(piece) + units;
        expected--;
    }

    /// <summary>Forgets what has come.</summary>
    public void Clear() => units = null;

    /// <summary>
    /// The name of <paramref name="entry"/>, and whether it is a long one. Pieces that belong to another short name, or give what is no name, are as good as none, as they
    /// are to those who do not know long names.
    /// </summary>
    public (string Name, bool IsLong) Take(FatEntry entry)
    {
        string? found = units;
        units = null;
        bool isLong = found is { Length: > 0 and <= LongName.MostUnits } && expected == 0 && checksum == ShortName.Checksum(entry.Name.Span) && IsName(found);
        return isLong ? (found!, true) : (OfShort(entry), false);
    }

    /// <summary>A short name in its two parts, with small letters where the entry asks for them.</summary>
    private static string OfShort(FatEntry entry)
    {
        byte[] bytes = entry.Name.ToArray();
        if (bytes[0] == FatEntry.NotFree) bytes[0] = FatEntry.Free;
        string first = Part(bytes.AsSpan(0, ShortName.NameBytes), (entry.Case & FatEntry.SmallName) != 0);
        string second = Part(bytes.AsSpan(ShortName.NameBytes), (entry.Case & FatEntry.SmallExtension) != 0);
        return second.Length > 0 ? $"{first}.{second}" : first;
    }

    private static string Part(ReadOnlySpan<byte> bytes, bool isSmall)
    {
        string text = CodePage.Decode(bytes.TrimEnd((byte)' '));
        return isSmall ? text.ToLowerInvariant() : text;
    }

    private static bool IsName(string text)
    {
        if (text is "." or ".." || text.AsSpan().ContainsAny('/', '\0')) return false;
        for (int i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1])) return false;
            i++;
        }
        return true;
    }
}
