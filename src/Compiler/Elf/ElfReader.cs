using ManifestLinker.Compiler.Bytes;

namespace ManifestLinker.Compiler.Elf;

/// <summary>
/// Reads ELF objects of both classes and byte orders, program headers first and sections where there are any. Whatever the bytes are, it
/// ends, in time and memory that <see cref="ElfLimits"/> bounds; only the source itself can fail (<see cref="IOException"/>).
/// </summary>
public static class ElfReader
{
    /// <summary>Whether a file that begins with <paramref name="head"/> says that it is an ELF object.</summary>
    public static bool IsElf(ReadOnlySpan<byte> head) => head.StartsWith("\x7f"u8) && head[1..].StartsWith("ELF"u8);

    /// <summary>The object in <paramref name="content"/>.</summary>
    public static ElfObject Read(ByteSource content)
    {
        using PieceBytes? own = content is PieceBytes ? null : new PieceBytes(content);
        ElfHeader header = ElfHeader.Read(own ?? content, out List<string> faults, out ElfFile? file);
        var found = new ElfObject
        {
            Class = header.Class,
            IsBigEndian = header.IsBig,
            Type = (ElfType)header.Type,
            Machine = header.Machine,
            OsAbi = header.OsAbi,
            Faults = faults,
        };
        return file is null ? found : new ElfBody(file, header).AddTo(found);
    }

    /// <summary>
    /// The names that others may bind to in the object <paramref name="content"/>, with their versions, each once and in ordinal order. The
    /// names of its versions themselves, which linkers put among the symbols, are left out.
    /// </summary>
    public static IReadOnlyList<ExportedName> ExportedNames(ByteSource content)
    {
        using PieceBytes? own = content is PieceBytes ? null : new PieceBytes(content);
        ElfHeader header = ElfHeader.Read(own ?? content, out _, out ElfFile? file);
        return file is null ? [] : new ElfBody(file, header).ExportedNames();
    }
}
