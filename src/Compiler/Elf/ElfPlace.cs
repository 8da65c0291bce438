namespace ManifestLinker.Compiler.Elf;

/// <summary>A range of the file, in bytes.</summary>
internal readonly record struct ElfPlace(ulong Offset, ulong Size)
{
    /// <summary>
    /// Where the table lies to which the dynamic entry <paramref name="tag"/> shows, with <paramref name="size"/> bytes or up to the end of its
    /// segment; where no entry does, the first section of the type <paramref name="sectionType"/>, and of the name <paramref name="sectionName"/> where one is given. Null where there is neither.
    /// </summary>
    public static ElfPlace? Find(ElfFile file, ElfHeaderTables tables, ElfMap map, ElfDynamicEntries? entries, long tag, ulong? size, uint sectionType, string name, string? sectionName = null)
    {
        if (entries?[tag] is { } address && !map.IsEmpty)
        {
            if (map.TryFind(address, out ulong offset, out ulong left)) return new ElfPlace(offset, Math.Min(size ?? left, left));
            file.Fault($"the {name} lies outside every segment");
        }
        foreach (ElfRawSection section in tables.Sections)
        {
            if (section.Type == sectionType && (sectionName ?? section.Name) == section.Name) return new ElfPlace(section.Offset, section.Size);
        }
        return null;
    }
}
