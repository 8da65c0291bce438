using ManifestLinker.Compiler.Bytes;

namespace ManifestLinker.Compiler.Elf;

/// <summary>The header at the beginning of an object, as far as anything is asked of it (<c>Elf64_Ehdr</c>).</summary>
internal sealed record ElfHeader
{
    private const int IdentSize = 16;

    public required ElfClass Class { get; init; }

    public bool IsBig { get; init; }

    public int OsAbi { get; init; }

    public int Type { get; init; }

    public int Machine { get; init; }

    public ulong SegmentsAt { get; init; }

    public ulong SectionsAt { get; init; }

    public int SegmentSize { get; init; }

    public int SegmentCount { get; init; }

    public int SectionSize { get; init; }

    public int SectionCount { get; init; }

    /// <summary>The section with the names of sections.</summary>
    public int NamesSection { get; init; }

    /// <summary>The header of <paramref name="content"/>; <paramref name="file"/> is null where nothing behind it can be read, and <paramref name="faults"/> say why.</summary>
    public static ElfHeader Read(ByteSource content, out List<string> faults, out ElfFile? file)
    {
        faults = [];
        const int LargestHeader = 64;
        file = null;
        Span<byte> bytes = stackalloc byte[LargestHeader];
        bytes = bytes[..(int)Math.Min(content.Length, LargestHeader)];
        content.Read(0, bytes);
        if (bytes.Length < IdentSize)
        {
            faults.Add("the file ends within the header");
            return new ElfHeader { Class = ElfClass.Bits64 };
        }
        var known = new ElfHeader { Class = bytes[4] == 1 ? ElfClass.Bits32 : ElfClass.Bits64, IsBig = bytes[5] == 2, OsAbi = bytes[7] };
        if (bytes[4] is not (1 or 2)) faults.Add($"the class {bytes[4]} is neither 32 bits nor 64 bits");
        if (bytes[5] is not (1 or 2)) faults.Add($"the byte order {bytes[5]} is neither of the two");
        if (faults.Count > 0) return known;
        var format = new ElfFormat(known.Class == ElfClass.Bits64, known.IsBig);
        if (bytes.Length < format.HeaderSize)
        {
            faults.Add("the file ends within the header");
            return bytes.Length < IdentSize + 4 ? known : known with { Type = format.Half(bytes, 16), Machine = format.Half(bytes, 18) };
        }
        file = new ElfFile(content, format);
        int wide = format.Wide, tail = 24 + (3 * wide) + 4;
        return known with
        {
            Type = format.Half(bytes, 16),
            Machine = format.Half(bytes, 18),
            SegmentsAt = format.Address(bytes, 24 + wide),
            SectionsAt = format.Address(bytes, 24 + (2 * wide)),
            SegmentSize = format.Half(bytes, tail + 2),
            SegmentCount = format.Half(bytes, tail + 4),
            SectionSize = format.Half(bytes, tail + 6),
            SectionCount = format.Half(bytes, tail + 8),
            NamesSection = format.Half(bytes, tail + 10),
        };
    }
}
