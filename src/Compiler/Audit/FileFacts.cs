using ManifestLinker.Compiler.Elf;

namespace ManifestLinker.Compiler.Audit;

/// <summary>What a regular file is, by its content and never by its name: an ELF object, a script, or neither.</summary>
/// <param name="Elf">The facts of an ELF object; null where it is none.</param>
/// <param name="Shebang">The first line of a script; null where it is none.</param>
public sealed record FileFacts(ElfObject? Elf, Shebang? Shebang)
{
    /// <summary>Neither of the two.</summary>
    public static readonly FileFacts Data = new(null, null);
}
