namespace ManifestLinker.Compiler.Elf;

/// <summary>The hash table of GNU linkers (<c>DT_GNU_HASH</c>), which holds the number of symbols in a roundabout way.</summary>
internal static class ElfGnuHash
{
    private const int HeaderSize = 16;
    private const int WordSize = 4;
    private const int Piece = 4096;

    /// <summary>
    /// The number of symbols: one more than the last of the chain that begins last, whose end has its lowest bit set. Null where no symbol
    /// is in the table, or the table is broken.
    /// </summary>
    public static ulong? SymbolCount(ElfFile file, ElfPlace table)
    {
        Span<byte> header = stackalloc byte[HeaderSize];
        if (table.Size < HeaderSize || !file.Holds(table.Offset, HeaderSize)) return Broken(file);
        file.Read(table.Offset, header);
        ulong buckets = file.Format.Word(header, 0), firstHashed = file.Format.Word(header, 4);
        ulong bucketsAt = HeaderSize + (file.Format.Word(header, 8) * (ulong)file.Format.Wide);
        if (buckets > ElfLimits.Symbols) return Broken(file);
        ulong chainsAt = bucketsAt + (buckets * WordSize);
        ulong start = 0;
        bool whole = Scan(file, table, bucketsAt, buckets, word =>
        {
            start = Math.Max(start, word);
            return false;
        });
        if (!whole) return Broken(file);
        if (start < firstHashed) return null;
        ulong? count = null;
        ulong at = start;
        Scan(file, table, chainsAt + ((start - firstHashed) * WordSize), ElfLimits.Symbols, word =>
        {
            at++;
            if ((word & 1) != 0) count = at;
            return count is not null;
        });
        return count ?? Broken(file);
    }

    // Shows words to a function until it has seen enough; false where they lie outside the table.
    private static bool Scan(ElfFile file, ElfPlace table, ulong from, ulong count, Func<uint, bool> isEnough)
    {
        Span<byte> piece = stackalloc byte[Piece];
        for (ulong done = 0; done < count;)
        {
            ulong at = from + (done * WordSize);
            if (at >= table.Size) return false;
            int bytes = (int)Math.Min(Math.Min((count - done) * WordSize, Piece), table.Size - at) / WordSize * WordSize;
            if (bytes == 0) return false;
            bytes = file.Within(table.Offset + at, (ulong)bytes, bytes) / WordSize * WordSize;
            if (bytes == 0) return false;
            file.Read(table.Offset + at, piece[..bytes]);
            for (int i = 0; i < bytes; i += WordSize)
            {
                if (isEnough(file.Format.Word(piece, i))) return true;
            }
            done += (ulong)(bytes / WordSize);
        }
        return true;
    }

    private static ulong? Broken(ElfFile file)
    {
        file.Fault("the hash table is broken");
        return null;
    }
}
