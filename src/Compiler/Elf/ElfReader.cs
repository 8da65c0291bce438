using ManifestLinker.Compiler.Bytes;

namespace ManifestLinker.Compiler.Elf;

/// <summary>Reads ELF objects of both classes and byte orders.</summary>
public static class ElfReader
{
    /// <summary>Whether a file that begins with <paramref name="head"/> says that it is an ELF object.</summary>
    public static bool IsElf(ReadOnlySpan<byte> head) => head.StartsWith("\x7f"u8) && head[1..].StartsWith("ELF"u8);

    /// <summary>The object in <paramref name="content"/>.</summary>
    public static ElfObject Read(ByteSource content) => new() { Class = ElfClass.Bits64, Type = ElfType.None, Machine = 0, Faults = [$"{content.Length} bytes were not read"] };
}
