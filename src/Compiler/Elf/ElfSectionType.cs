namespace ManifestLinker.Compiler.Elf;

/// <summary>The types of sections that are asked about (<c>sh_type</c>; <c>usr/src/uts/common/sys/elf.h</c>).</summary>
public static class ElfSectionType
{
    /// <summary><c>SHT_SYMTAB</c>: all symbols.</summary>
    public const uint SymbolTable = 2;

    /// <summary><c>SHT_STRTAB</c>: strings.</summary>
    public const uint StringTable = 3;

    /// <summary><c>SHT_DYNAMIC</c>: the dynamic section.</summary>
    public const uint Dynamic = 6;

    /// <summary><c>SHT_NOBITS</c>: has no bytes in the file.</summary>
    public const uint NoBits = 8;

    /// <summary><c>SHT_DYNSYM</c>: the symbols of the run-time linker.</summary>
    public const uint DynamicSymbols = 11;

    /// <summary><c>SHT_SUNW_cap</c>: capabilities.</summary>
    public const uint Capabilities = 0x6ffffff5;

    /// <summary><c>SHT_SUNW_syminfo</c>: how symbols are bound.</summary>
    public const uint SymbolInfo = 0x6ffffffc;

    /// <summary><c>SHT_SUNW_verdef</c>: the versions offered.</summary>
    public const uint VersionsDefined = 0x6ffffffd;

    /// <summary><c>SHT_SUNW_verneed</c>: the versions wanted.</summary>
    public const uint VersionsNeeded = 0x6ffffffe;

    /// <summary><c>SHT_SUNW_versym</c>: the version of each symbol.</summary>
    public const uint SymbolVersions = 0x6fffffff;
}
