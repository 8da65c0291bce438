namespace ManifestLinker.Compiler.Tests.Cases;

/// <summary>
/// A section in the making. <paramref name="Link"/> is the name of the section that <c>sh_link</c> shows to; <paramref name="Load"/> says
/// which segment it is loaded with.
/// </summary>
internal sealed record ElfPart(string Name, uint Type, byte[] Content, ElfLoad Load = ElfLoad.None, string Link = "", uint Info = 0, int EntrySize = 0, ulong ExtraFlags = 0)
{
    public const uint ProgramBits = 1;
    public const uint SymbolTable = 2;
    public const uint StringTable = 3;
    public const uint Hash = 5;
    public const uint Dynamic = 6;
    public const uint DynamicSymbols = 11;
    public const uint Capabilities = 0x6ffffff5;
    public const uint SymbolInfo = 0x6ffffffc;
    public const uint VersionsDefined = 0x6ffffffd;
    public const uint VersionsNeeded = 0x6ffffffe;
    public const uint SymbolVersions = 0x6fffffff;

    /// <summary><c>sh_flags</c>: 1 write, 2 loaded, 4 execute.</summary>
    public ulong Flags => ExtraFlags | (Load switch
    {
        ElfLoad.Text => 2ul,
        ElfLoad.Data => 3ul,
        _ => 0ul,
    });
}

/// <summary>The segment that a section lies in.</summary>
internal enum ElfLoad
{
    None,
    Text,
    Data,
}
