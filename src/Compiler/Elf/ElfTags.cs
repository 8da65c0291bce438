namespace ManifestLinker.Compiler.Elf;

/// <summary>The types of program headers that are asked about (<c>p_type</c>; <c>usr/src/uts/common/sys/elf.h</c>).</summary>
public static class ElfSegmentType
{
    /// <summary><c>PT_LOAD</c>: a part of the file that is mapped.</summary>
    public const uint Load = 1;

    /// <summary><c>PT_DYNAMIC</c>: the dynamic section.</summary>
    public const uint Dynamic = 2;

    /// <summary><c>PT_INTERP</c>: the path of the interpreter.</summary>
    public const uint Interpreter = 3;

    /// <summary><c>PT_NOTE</c>: notes.</summary>
    public const uint Note = 4;

    /// <summary><c>PT_GNU_STACK</c>, which the kernel of illumos does not look at.</summary>
    public const uint GnuStack = 0x6474e551;

    /// <summary><c>PT_SUNWSTACK</c>: what the stack permits.</summary>
    public const uint Stack = 0x6ffffffb;

    /// <summary><c>PT_SUNWCAP</c>: the capabilities that are needed.</summary>
    public const uint Capabilities = 0x6ffffffd;
}

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

/// <summary>The tags of dynamic entries that are asked about (<c>d_tag</c>; <c>usr/src/uts/common/sys/link.h</c>).</summary>
public static class DynamicTag
{
#pragma warning disable CS1591 // The names say it: each is the DT_ of the header without its prefix.
    public const long Null = 0;
    public const long Needed = 1;
    public const long Hash = 4;
    public const long StringTable = 5;
    public const long SymbolTable = 6;
    public const long StringTableSize = 10;
    public const long SymbolSize = 11;
    public const long Soname = 14;
    public const long Rpath = 15;
    public const long TextRelocations = 22;
    public const long Runpath = 29;
    public const long Flags = 30;
    public const long SunwAuxiliary = 0x6000000d;
    public const long SunwFilter = 0x6000000f;
    public const long SunwCapabilities = 0x60000010;
    public const long SunwSymbolTable = 0x60000011;
    public const long SunwSymbolTableSize = 0x60000012;
    public const long PositionFlags1 = 0x6ffffdfd;
    public const long SymbolInfoSize = 0x6ffffdfe;
    public const long SymbolInfoEntrySize = 0x6ffffdff;
    public const long GnuHash = 0x6ffffef5;
    public const long Config = 0x6ffffefa;
    public const long DependencyAudit = 0x6ffffefb;
    public const long Audit = 0x6ffffefc;
    public const long SymbolInfo = 0x6ffffeff;
    public const long SymbolVersions = 0x6ffffff0;
    public const long Flags1 = 0x6ffffffb;
    public const long VersionsDefined = 0x6ffffffc;
    public const long VersionsDefinedCount = 0x6ffffffd;
    public const long VersionsNeeded = 0x6ffffffe;
    public const long VersionsNeededCount = 0x6fffffff;
    public const long Auxiliary = 0x7ffffffd;
    public const long Used = 0x7ffffffe;
    public const long Filter = 0x7fffffff;
#pragma warning restore CS1591
}
