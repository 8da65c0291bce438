namespace ManifestLinker.Compiler.Elf;

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
