namespace ManifestLinker.Compiler.Elf;

/// <summary>
/// Where the symbols lie that a loader looks at, and how many there are: the dynamic ones, or all of them in a relocatable object. No
/// dynamic entry gives the number; it is that of the chains of <c>DT_HASH</c>, or follows from <c>DT_SUNW_SYMSZ</c>, or from <c>DT_GNU_HASH</c>.
/// </summary>
internal sealed record ElfSymbolTable(ulong Offset, int Count, ElfStringTable Strings)
{
    public static ElfSymbolTable? Find(ElfFile file, ElfHeader header, ElfHeaderTables tables, ElfMap map, ElfDynamicEntries? entries)
    {
        const string Name = "symbol table";
        int size = file.Format.SymbolSize;
        uint type = header.Type == (int)ElfType.Relocatable ? ElfSectionType.SymbolTable : ElfSectionType.DynamicSymbols;
        ElfRawSection? section = null;
        foreach (ElfRawSection candidate in tables.Sections)
        {
            if (section is null && candidate.Type == type) section = candidate;
        }
        if (entries?[DynamicTag.SymbolTable] is { } address && !map.IsEmpty && entries.Strings is { } strings)
        {
            if (map.TryFind(address, out ulong offset, out ulong left))
            {
                ulong count = CountSymbols(file, map, entries, address) ?? section?.Size / (ulong)size ?? UpTo(entries, address, size);
                if (count > left / (ulong)size) file.Fault($"the {Name} does not lie within one segment");
                return Checked(file, offset, Math.Min(count, left / (ulong)size), strings, Name);
            }
            file.Fault($"the {Name} lies outside every segment");
        }
        if (section is not { } raw || raw.Link == 0 || raw.Link >= tables.Sections.Count) return null;
        ElfRawSection names = tables.Sections[(int)raw.Link];
        return Checked(file, raw.Offset, raw.Size / (ulong)size, ElfStringTable.Read(file, names.Offset, names.Size, "string table of the symbols"), Name);
    }

    private static ElfSymbolTable Checked(ElfFile file, ulong offset, ulong count, ElfStringTable strings, string name)
    {
        if (count > ElfLimits.Symbols)
        {
            file.Fault("it has more symbols than any real object");
            count = ElfLimits.Symbols;
        }
        int size = file.Format.SymbolSize;
        if (!file.Holds(offset, count * (ulong)size)) file.Fault($"the {name} lies outside the file");
        return new ElfSymbolTable(offset, file.Within(offset, count * (ulong)size, int.MaxValue) / size, strings);
    }

    private static ulong? CountSymbols(ElfFile file, ElfMap map, ElfDynamicEntries entries, ulong address)
    {
        Span<byte> words = stackalloc byte[8];
        if (entries[DynamicTag.Hash] is { } hash)
        {
            if (map.TryFind(hash, out ulong offset, out ulong left) && left >= (ulong)words.Length && file.Holds(offset, (ulong)words.Length))
            {
                file.Read(offset, words);
                return file.Format.Word(words, 4);
            }
            file.Fault("the hash table lies outside the file");
        }

        // The table that begins with the local functions ends where that of the run-time linker ends.
        if (entries[DynamicTag.SunwSymbolTable] is { } first && entries[DynamicTag.SunwSymbolTableSize] is { } size && first + size >= address)
            return (first + size - address) / (ulong)file.Format.SymbolSize;
        return entries[DynamicTag.GnuHash] is { } gnu && map.TryFind(gnu, out ulong at, out ulong rest) ? ElfGnuHash.SymbolCount(file, new ElfPlace(at, rest)) : null;
    }

    // Linkers put the names behind the symbols; a hash table without symbols says nothing of those that are wanted.
    private static ulong UpTo(ElfDynamicEntries entries, ulong address, int size) =>
        entries[DynamicTag.StringTable] is { } strings && strings > address ? (strings - address) / (ulong)size : 0;
}
