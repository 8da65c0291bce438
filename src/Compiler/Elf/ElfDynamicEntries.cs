namespace ManifestLinker.Compiler.Elf;

/// <summary>
/// The dynamic entries as they stand, with what is needed to follow them: <c>PT_DYNAMIC</c> says where they are, or the section of the type
/// <c>SHT_DYNAMIC</c> where no program header does, as in kernel modules, which are relocatable objects.
/// </summary>
internal sealed class ElfDynamicEntries
{
    private readonly Dictionary<long, ulong> last = [];

    private ElfDynamicEntries(ElfFile file, ElfMap map, IReadOnlyList<KeyValuePair<long, ulong>> all, ElfRawSection? section, IReadOnlyList<ElfRawSection> sections)
    {
        All = all;
        foreach ((long tag, ulong value) in all) last[tag] = value;
        Strings = FindStrings(file, map, section, sections);
    }

    /// <summary>The entries, in their order.</summary>
    public IReadOnlyList<KeyValuePair<long, ulong>> All { get; }

    /// <summary>The table their names are in; null where there is none.</summary>
    public ElfStringTable? Strings { get; }

    /// <summary>The value of the last entry with <paramref name="tag"/>; null where there is none.</summary>
    public ulong? this[long tag] => last.TryGetValue(tag, out ulong value) ? value : null;

    /// <summary>The entries of <paramref name="file"/>; null where it has none.</summary>
    public static ElfDynamicEntries? Read(ElfFile file, ElfHeaderTables tables, ElfMap map)
    {
        ElfRawSection? section = null;
        foreach (ElfRawSection candidate in tables.Sections)
        {
            if (candidate.Type != ElfSectionType.Dynamic) continue;
            section = candidate;
            break;
        }
        (ulong Offset, ulong Size)? place = null;
        foreach (ElfSegment segment in tables.Segments)
        {
            if (segment.Type == ElfSegmentType.Dynamic) place = (segment.Offset, segment.FileSize);
        }

        // In a file that holds debugging data alone, the table is that of another file.
        if (place is { Size: 0 } || (place is null && section is null)) return null;
        (ulong offset, ulong size) = place ?? (section!.Value.Offset, section.Value.Size);
        if (!file.Holds(offset, size)) file.Fault("the dynamic section lies outside the file");
        int entrySize = file.Format.DynamicSize;
        byte[] bytes = file.Bytes(offset, file.Within(offset, size, ElfLimits.DynamicEntries * entrySize));
        var all = new List<KeyValuePair<long, ulong>>();
        bool ended = false;
        for (int at = 0; at + entrySize <= bytes.Length && !ended; at += entrySize)
        {
            // Tags are signed, and those of 32 bits widen as such.
            ulong raw = file.Format.Address(bytes, at);
            long tag = file.Format.Is64 ? (long)raw : (int)raw;
            ended = tag == DynamicTag.Null;
            if (!ended) all.Add(new(tag, file.Format.Address(bytes, at + file.Format.Wide)));
        }
        if (!ended) file.Fault("the dynamic section has no end");
        return new ElfDynamicEntries(file, map, all, section, tables.Sections);
    }

    private ElfStringTable? FindStrings(ElfFile file, ElfMap map, ElfRawSection? section, IReadOnlyList<ElfRawSection> sections)
    {
        const string Name = "dynamic string table";
        if (this[DynamicTag.StringTable] is { } address && !map.IsEmpty)
        {
            if (map.TryFind(address, out ulong offset, out ulong left))
            {
                ulong size = this[DynamicTag.StringTableSize] ?? left;
                if (size > left) file.Fault($"the {Name} does not lie within one segment");
                return ElfStringTable.Read(file, offset, Math.Min(size, left), Name);
            }
            file.Fault($"the {Name} lies outside every segment");
        }
        return section is { Link: > 0 } linked && linked.Link < sections.Count
            ? ElfStringTable.Read(file, sections[(int)linked.Link].Offset, sections[(int)linked.Link].Size, Name)
            : null;
    }
}
