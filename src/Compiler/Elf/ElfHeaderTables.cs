namespace ManifestLinker.Compiler.Elf;

/// <summary>
/// The program headers and section headers of an object. Where a number has no room in the header it stands in the section header 0
/// (<c>PN_XNUM</c>, <c>SHN_XINDEX</c>).
/// </summary>
internal sealed class ElfHeaderTables
{
    private const int Extended = 0xffff;

    private ElfHeaderTables(IReadOnlyList<ElfSegment> segments, IReadOnlyList<ElfRawSection> sections) => (Segments, Sections) = (segments, sections);

    public IReadOnlyList<ElfSegment> Segments { get; }

    /// <summary>The sections, the first, which is none, among them, so that they have their indexes.</summary>
    public IReadOnlyList<ElfRawSection> Sections { get; }

    public static ElfHeaderTables Read(ElfFile file, ElfHeader header)
    {
        ElfRawSection first = default;
        if (header.SectionsAt != 0 && file.Holds(header.SectionsAt, (ulong)file.Format.SectionSize))
            first = Section(file.Format, file.Bytes(header.SectionsAt, file.Format.SectionSize));
        ElfSegment[] segments = Table(
            file,
            "program header",
            header.SegmentsAt,
            header.SegmentSize,
            file.Format.SegmentSize,
            header.SegmentCount == Extended ? first.Info : (uint)header.SegmentCount,
            ElfLimits.Segments,
            Segment);
        ElfRawSection[] sections = Table(
            file,
            "section header",
            header.SectionsAt,
            header.SectionSize,
            file.Format.SectionSize,
            header.SectionCount == 0 ? first.Size : (uint)header.SectionCount,
            ElfLimits.Sections,
            Section);
        NameSections(file, sections, header.NamesSection == Extended ? first.Link : (uint)header.NamesSection);
        foreach (ElfSegment segment in segments)
        {
            if (segment.Type != 0 && segment.FileSize > 0 && !file.Holds(segment.Offset, segment.FileSize)) file.Fault("a segment lies outside the file");
        }
        foreach (ElfRawSection section in sections)
        {
            if (section.Type is not (0 or ElfSectionType.NoBits) && section.Size > 0 && !file.Holds(section.Offset, section.Size))
                file.Fault("a section lies outside the file");
        }
        return new ElfHeaderTables(segments, sections);
    }

    private static T[] Table<T>(ElfFile file, string name, ulong offset, int size, int expected, ulong count, int most, Func<ElfFormat, ReadOnlySpan<byte>, T> read)
    {
        if (offset == 0 || count == 0) return [];
        if (size != expected)
        {
            file.Fault($"the {name}s have {size} bytes each instead of {expected}");
            return [];
        }
        if (count > (ulong)most)
        {
            file.Fault($"it has more {name}s than any real object");
            count = (ulong)most;
        }
        if (!file.Holds(offset, count * (ulong)size)) file.Fault($"the {name} table lies outside the file");
        byte[] bytes = file.Bytes(offset, file.Within(offset, count * (ulong)size, int.MaxValue));
        var entries = new T[bytes.Length / size];
        for (int i = 0; i < entries.Length; i++) entries[i] = read(file.Format, bytes.AsSpan(i * size, size));
        return entries;
    }

    private static ElfSegment Segment(ElfFormat format, ReadOnlySpan<byte> bytes)
    {
        int wide = format.Wide;
        return format.Is64
            ? new(format.Word(bytes, 0), format.Word(bytes, 4), format.Address(bytes, 8), format.Address(bytes, 32), format.Address(bytes, 16), format.Address(bytes, 40))
            : new(format.Word(bytes, 0), format.Word(bytes, 24), format.Address(bytes, 4), format.Address(bytes, 4 + (3 * wide)), format.Address(bytes, 4 + wide), format.Address(bytes, 4 + (4 * wide)));
    }

    private static ElfRawSection Section(ElfFormat format, ReadOnlySpan<byte> bytes)
    {
        int wide = format.Wide, tail = 8 + (4 * wide);
        return new ElfRawSection
        {
            NameAt = format.Word(bytes, 0),
            Type = format.Word(bytes, 4),
            Flags = format.Address(bytes, 8),
            Address = format.Address(bytes, 8 + wide),
            Offset = format.Address(bytes, 8 + (2 * wide)),
            Size = format.Address(bytes, 8 + (3 * wide)),
            Link = format.Word(bytes, tail),
            Info = format.Word(bytes, tail + 4),
            EntrySize = format.Address(bytes, tail + 8 + wide),
        };
    }

    private static void NameSections(ElfFile file, ElfRawSection[] sections, uint names)
    {
        if (sections.Length == 0 || names == 0) return;
        if (names >= sections.Length)
        {
            file.Fault("the section with the names of sections does not exist");
            return;
        }
        ElfStringTable table = ElfStringTable.Read(file, sections[names].Offset, sections[names].Size, "table of section names");
        for (int i = 1; i < sections.Length; i++) sections[i] = sections[i] with { Name = table.Text(sections[i].NameAt) ?? "" };
    }
}

/// <summary>A section header with all that is needed to read what it is of.</summary>
internal readonly record struct ElfRawSection()
{
    public string Name { get; init; } = "";

    public uint NameAt { get; init; }

    public uint Type { get; init; }

    public ulong Flags { get; init; }

    public ulong Address { get; init; }

    public ulong Offset { get; init; }

    public ulong Size { get; init; }

    public uint Link { get; init; }

    public uint Info { get; init; }

    public ulong EntrySize { get; init; }
}
