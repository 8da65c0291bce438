using ManifestLinker.Compiler.Elf;

namespace ManifestLinker.Runtime.Questions;

/// <summary>An ELF object in words.</summary>
internal static class ElfText
{
    /// <summary>What <paramref name="elf"/> is, as <c>a 64-bit shared object</c>.</summary>
    public static string Of(ElfObject elf) => $"a {(elf.Class == ElfClass.Bits32 ? "32" : "64")}-bit {Kind(elf)}{(elf.Dynamic?.Soname is { } name ? $" called {name}" : "")}";

    private static string Kind(ElfObject elf) => elf switch
    {
        { IsProgram: true, Dynamic: null } => "static program",
        { IsProgram: true } => "program",
        { Type: ElfType.Shared } => "shared object",
        { Type: ElfType.Relocatable } => "relocatable object",
        { Type: ElfType.Core } => "core dump",
        _ => "object",
    };
}
