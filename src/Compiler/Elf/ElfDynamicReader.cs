namespace ManifestLinker.Compiler.Elf;

/// <summary>Says what the dynamic entries of an object mean.</summary>
internal static class ElfDynamicReader
{
    private const ulong TextRelocationFlag = 4;

    public static ElfDynamic Read(ElfFile file, ElfDynamicEntries entries, IReadOnlyList<ElfVersion> defined, IReadOnlyList<ElfVersionNeed> wanted)
    {
        var needed = new List<ElfNeed>();
        var filters = new List<ElfFilter>();
        var texts = new Dictionary<long, string>();
        string? searchPath = null;
        uint position = 0;
        foreach ((long tag, ulong value) in entries.All)
        {
            // The flags are about the entry that follows them, whatever it is.
            uint flags = position;
            position = tag == DynamicTag.PositionFlags1 ? (uint)value : 0;
            if (!IsText(tag) || Text(file, entries, value) is not { } text) continue;
            texts[tag] = text;
            if (tag is DynamicTag.Needed or DynamicTag.Used) needed.Add(new ElfNeed(text, flags));
            else if (tag is DynamicTag.Rpath or DynamicTag.Runpath) searchPath = text;
            else if (FilterOf(tag) is { } kind) filters.Add(new ElfFilter(kind, text));
        }
        ulong allFlags = entries[DynamicTag.Flags] ?? 0;
        return new ElfDynamic
        {
            Entries = entries.All,
            Needed = needed,
            Soname = texts.GetValueOrDefault(DynamicTag.Soname),
            Rpath = texts.GetValueOrDefault(DynamicTag.Rpath),
            Runpath = texts.GetValueOrDefault(DynamicTag.Runpath),
            SearchPath = searchPath,
            Filters = filters,
            Config = texts.GetValueOrDefault(DynamicTag.Config),
            Audit = texts.GetValueOrDefault(DynamicTag.Audit),
            DependencyAudit = texts.GetValueOrDefault(DynamicTag.DependencyAudit),
            Flags = allFlags,
            Flags1 = entries[DynamicTag.Flags1] ?? 0,
            HasTextRelocations = entries[DynamicTag.TextRelocations] is not null || (allFlags & TextRelocationFlag) != 0,
            VersionsDefined = defined,
            VersionsNeeded = wanted,
        };
    }

    private static bool IsText(long tag) => FilterOf(tag) is not null || tag is DynamicTag.Needed or DynamicTag.Used or DynamicTag.Soname
        or DynamicTag.Rpath or DynamicTag.Runpath or DynamicTag.Config or DynamicTag.Audit or DynamicTag.DependencyAudit;

    private static FilterKind? FilterOf(long tag) => tag switch
    {
        DynamicTag.Filter => FilterKind.Standard,
        DynamicTag.Auxiliary => FilterKind.Auxiliary,
        DynamicTag.SunwFilter => FilterKind.StandardSymbols,
        DynamicTag.SunwAuxiliary => FilterKind.AuxiliarySymbols,
        _ => null,
    };

    private static string? Text(ElfFile file, ElfDynamicEntries entries, ulong offset)
    {
        if (entries.Strings is null) file.Fault("the dynamic section names things, and has no string table");
        return entries.Strings?.Text(offset);
    }
}
