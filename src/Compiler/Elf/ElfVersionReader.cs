namespace ManifestLinker.Compiler.Elf;

/// <summary>
/// Reads the versions that an object offers and wants: chains of records, each of which says how far on the next one is
/// (<c>Elf64_Verdef</c>, <c>Elf64_Verneed</c>; the same in both classes). A chain only goes forward, so it ends.
/// </summary>
internal sealed class ElfVersionReader(ElfFile file, ElfStringTable? strings)
{
    private const int DefinitionSize = 20;
    private const int DefinedNameSize = 8;
    private const int NeedSize = 16;
    private const int NeededVersionSize = 16;

    private int recordsLeft = ElfLimits.Versions;

    /// <summary>The versions offered, with their numbers (<c>vd_ndx</c>), of which there should be <paramref name="count"/>.</summary>
    public List<(int Number, ElfVersion Version)> Defined(ElfPlace place, ulong count)
    {
        var found = new List<(int, ElfVersion)>();
        Span<byte> record = stackalloc byte[DefinitionSize];
        Span<byte> name = stackalloc byte[DefinedNameSize];
        ulong at = 0;
        for (ulong i = 0; i < count && TryRead(place, at, record); i++)
        {
            if (TryRead(place, at + Word(record, 12), name) && Text(Word(name, 0)) is { } text)
                found.Add((Half(record, 4), new ElfVersion(text, Word(record, 8), Half(record, 2))));
            uint next = Word(record, 16);
            if (next == 0) break;
            at += next;
        }
        return found;
    }

    /// <summary>The versions wanted, of <paramref name="count"/> files.</summary>
    public List<ElfVersionNeed> Needed(ElfPlace place, ulong count)
    {
        var found = new List<ElfVersionNeed>();
        Span<byte> record = stackalloc byte[NeedSize];
        ulong at = 0;
        for (ulong i = 0; i < count && TryRead(place, at, record); i++)
        {
            List<ElfVersion> versions = NeededOf(place, at + Word(record, 8), Half(record, 2));
            if (Text(Word(record, 4)) is { } name) found.Add(new ElfVersionNeed(name, versions));
            uint next = Word(record, 12);
            if (next == 0) break;
            at += next;
        }
        return found;
    }

    private List<ElfVersion> NeededOf(ElfPlace place, ulong at, int count)
    {
        var found = new List<ElfVersion>();
        Span<byte> record = stackalloc byte[NeededVersionSize];
        for (int i = 0; i < count && TryRead(place, at, record); i++)
        {
            if (Text(Word(record, 8)) is { } name) found.Add(new ElfVersion(name, Word(record, 0), Half(record, 4)));
            uint next = Word(record, 12);
            if (next == 0) break;
            at += next;
        }
        return found;
    }

    // Two chains may share records, so it is the records read that are counted.
    private bool TryRead(ElfPlace place, ulong at, Span<byte> record)
    {
        if (recordsLeft == 0)
        {
            file.Fault("it has more versions than any real object");
            return false;
        }
        recordsLeft--;
        if (at > place.Size || (ulong)record.Length > place.Size - at || !file.Holds(place.Offset + at, (ulong)record.Length) || place.Offset + at < at)
        {
            file.Fault("a version lies outside its table");
            return false;
        }
        file.Read(place.Offset + at, record);
        return true;
    }

    private ushort Half(ReadOnlySpan<byte> bytes, int at) => file.Format.Half(bytes, at);

    private uint Word(ReadOnlySpan<byte> bytes, int at) => file.Format.Word(bytes, at);

    private string? Text(uint offset)
    {
        if (strings is null) file.Fault("there are versions, and no string table for their names");
        return strings?.Text(offset);
    }
}
