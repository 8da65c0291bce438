namespace ManifestLinker.Compiler.Elf;

/// <summary>The width of addresses (<c>EI_CLASS</c>).</summary>
public enum ElfClass
{
    /// <summary>32 bits.</summary>
    Bits32 = 1,

    /// <summary>64 bits.</summary>
    Bits64 = 2,
}
