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
        var faults = new List<string>();
        ElfHeader header = ElfHeader.Read(own ?? content, faults, out ElfFile? file);
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
}
