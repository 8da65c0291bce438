namespace ManifestLinker.Compiler.Elf;

/// <summary>What the dynamic section of an object says.</summary>
public sealed record ElfDynamic
{
    /// <summary>Every entry before the one that ends the table, in their order: tag and value.</summary>
    public IReadOnlyList<KeyValuePair<long, ulong>> Entries { get; init; } = [];

    /// <summary>What it needs (<c>DT_NEEDED</c>, <c>DT_USED</c>), in the order it is loaded.</summary>
    public IReadOnlyList<ElfNeed> Needed { get; init; } = [];

    /// <summary>The name it goes by (<c>DT_SONAME</c>); null where it has none.</summary>
    public string? Soname { get; init; }

    /// <summary>The text of the last <c>DT_RPATH</c>; null where there is none.</summary>
    public string? Rpath { get; init; }

    /// <summary>The text of the last <c>DT_RUNPATH</c>; null where there is none.</summary>
    public string? Runpath { get; init; }

    /// <summary>
    /// Where its own dependencies are looked for first: the text of whichever of <c>DT_RPATH</c> and <c>DT_RUNPATH</c> stands last. To
    /// the run-time linker of illumos the two are one (<c>usr/src/cmd/sgs/rtld/common/elf.c</c>).
    /// </summary>
    public string? SearchPath { get; init; }

    /// <summary>The objects it stands in front of, in their order.</summary>
    public IReadOnlyList<ElfFilter> Filters { get; init; } = [];

    /// <summary>The configuration file it names (<c>DT_CONFIG</c>).</summary>
    public string? Config { get; init; }

    /// <summary>The auditing libraries it names (<c>DT_AUDIT</c>).</summary>
    public string? Audit { get; init; }

    /// <summary>The auditing libraries it names for its dependencies (<c>DT_DEPAUDIT</c>).</summary>
    public string? DependencyAudit { get; init; }

    /// <summary>The bits of <c>DT_FLAGS</c>.</summary>
    public ulong Flags { get; init; }

    /// <summary>The bits of <c>DT_FLAGS_1</c>.</summary>
    public ulong Flags1 { get; init; }

    /// <summary>Whether its text is changed when it is loaded (<c>DT_TEXTREL</c>, or <c>DF_TEXTREL</c> among the flags).</summary>
    public bool HasTextRelocations { get; init; }

    /// <summary>The versions it offers, its own name (<c>VER_FLG_BASE</c>) among them.</summary>
    public IReadOnlyList<ElfVersion> VersionsDefined { get; init; } = [];

    /// <summary>The versions it wants of others.</summary>
    public IReadOnlyList<ElfVersionNeed> VersionsNeeded { get; init; } = [];

    /// <summary>Whether the default directories are left out (<c>DF_1_NODEFLIB</c>).</summary>
    public bool LeavesOutDefaultDirectories => (Flags1 & DynamicFlags1.NoDefaultLibraries) != 0;
}

/// <summary>A dependency: the text as it stands, and the bits of a <c>DT_POSFLAG_1</c> before it (1 lazy, 2 its own group, 4 may be missing).</summary>
public readonly record struct ElfNeed(string Name, uint PositionFlags)
{
    /// <summary>Whether it is loaded on first use and may be missing (<c>DF_P1_DEFERRED</c>).</summary>
    public bool IsDeferred => (PositionFlags & 4) != 0;
}

/// <summary>Objects that others stand in front of: the text, which may name several, and how.</summary>
public readonly record struct ElfFilter(FilterKind Kind, string Text);

/// <summary>How an object stands in front of others.</summary>
public enum FilterKind
{
    /// <summary><c>DT_FILTER</c>: it has no code of its own.</summary>
    Standard,

    /// <summary><c>DT_AUXILIARY</c>: its own code serves where the other is missing.</summary>
    Auxiliary,

    /// <summary><c>DT_SUNW_FILTER</c>: as <see cref="Standard"/>, for some of its symbols.</summary>
    StandardSymbols,

    /// <summary><c>DT_SUNW_AUXILIARY</c>: as <see cref="Auxiliary"/>, for some of its symbols.</summary>
    AuxiliarySymbols,
}

/// <summary>A version that an object offers: name, hash as it stands in the file, and flags (1 its own name, 2 weak, 4 for information).</summary>
public readonly record struct ElfVersion(string Name, uint Hash, uint Flags)
{
    /// <summary><c>VER_FLG_BASE</c>: it stands for the object itself.</summary>
    public const uint Base = 1;

    /// <summary><c>VER_FLG_WEAK</c>: it may be missing.</summary>
    public const uint Weak = 2;

    /// <summary><c>VER_FLG_INFO</c>: nobody looks for it.</summary>
    public const uint Information = 4;
}

/// <summary>The versions that an object wants of the dependency <paramref name="File"/>, which it names as in <c>DT_NEEDED</c>.</summary>
public sealed record ElfVersionNeed(string File, IReadOnlyList<ElfVersion> Versions);

/// <summary>The bits of <c>DT_FLAGS_1</c> that are asked about.</summary>
public static class DynamicFlags1
{
    /// <summary><c>DF_1_DIRECT</c>: each symbol is bound to the object it was linked with.</summary>
    public const ulong Direct = 0x100;

    /// <summary><c>DF_1_NODEFLIB</c>: nothing is looked for in the default directories.</summary>
    public const ulong NoDefaultLibraries = 0x800;
}
