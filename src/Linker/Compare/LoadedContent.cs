using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Compiler.Elf;

namespace ManifestLinker.Linker.Compare;

/// <summary>
/// What of an ELF object does something: its segments as they are loaded, without build ids, and without what the header says of where
/// the section headers lie, which moves with every comment. Of an object that is not linked yet, as kernel modules are, the
/// sections take the place of segments.
/// </summary>
internal sealed class LoadedContent
{
    private const uint Load = 1;
    private const uint NoBits = 8;

    private readonly ElfObject elf;
    private readonly IReadOnlyList<(string Key, ByteSource Bytes)> parts;

    private LoadedContent(ElfObject elf, IReadOnlyList<(string Key, ByteSource Bytes)> parts)
    {
        this.elf = elf;
        this.parts = parts;
    }

    /// <summary>That of <paramref name="elf"/>, which was read from <paramref name="content"/>.</summary>
    public static LoadedContent Of(ByteSource content, ElfObject elf)
    {
        var masked = new MaskedBytes(content, Hidden(content, elf));
        return new LoadedContent(elf, [.. elf.Type == ElfType.Relocatable ? Sections(masked, elf) : Segments(masked, elf)]);
    }

    /// <summary>Whether <paramref name="other"/> does the same. An object that is broken, or has nothing to load, does what nobody knows.</summary>
    public bool IsSameAs(LoadedContent other, CancellationToken cancel)
    {
        if (parts.Count == 0 || parts.Count != other.parts.Count || elf.Faults.Count > 0 || other.elf.Faults.Count > 0) return false;
        if (!elf.FitsTo(other.elf) || elf.Type != other.elf.Type || elf.OsAbi != other.elf.OsAbi) return false;
        // An interpreter, a stack, a capability: what is no part of a loaded segment counts by its header.
        if (!elf.Segments.Select(Shape).SequenceEqual(other.elf.Segments.Select(Shape))) return false;
        return parts.Zip(other.parts).All(pair =>
            pair.First.Key.Equals(pair.Second.Key, StringComparison.Ordinal) && SameBytes.Are(pair.First.Bytes, pair.Second.Bytes, cancel));
    }

    private static (uint, uint, ulong, ulong, ulong) Shape(ElfSegment segment) =>
        (segment.Type, segment.Flags, segment.FileSize, segment.Address, segment.MemorySize);

    private static IEnumerable<(string, ByteSource)> Segments(ByteSource content, ElfObject elf)
    {
        foreach (ElfSegment segment in elf.Segments.Where(segment => segment.Type == Load))
        {
            if (Part(content, segment.Offset, segment.FileSize) is { } bytes) yield return ("", bytes);
        }
    }

    private static IEnumerable<(string, ByteSource)> Sections(ByteSource content, ElfObject elf)
    {
        foreach (ElfSection section in elf.Sections.Where(section => !IsNoise(section.Name)))
        {
            string key = $"{section.Name} {section.Type} {section.Flags} {section.Size}";
            if (section.Type == NoBits) yield return (key, MemoryBytes.Empty);
            else if (Part(content, section.Offset, section.Size) is { } bytes) yield return (key, bytes);
        }
    }

    // The names of sections themselves are compared with the sections.
    private static bool IsNoise(string section) =>
        section is ".comment" or ".note.gnu.build-id" or ".gnu_debuglink" or ".shstrtab" or ".SUNW_ctf"
        || section.StartsWith(".debug_", StringComparison.Ordinal)
        || section.StartsWith(".rela.debug_", StringComparison.Ordinal);

    private static ByteSource? Part(ByteSource content, ulong offset, ulong size) =>
        offset <= (ulong)content.Length && size <= (ulong)content.Length - offset ? content.Slice((long)offset, (long)size) : null;

    // e_shoff, and e_shnum with e_shstrndx (System V gABI, "ELF Header"); and the build id, by the name of its section.
    private static List<(long, long)> Hidden(ByteSource content, ElfObject elf)
    {
        List<(long, long)> hidden = elf.Class == ElfClass.Bits64 ? [(40, 48), (60, 64)] : [(32, 36), (48, 52)];
        foreach (ElfSection section in elf.Sections.Where(section => section.Name is ".note.gnu.build-id"))
        {
            if (Part(content, section.Offset, section.Size) is not null) hidden.Add(((long)section.Offset, (long)(section.Offset + section.Size)));
        }
        return hidden;
    }
}
