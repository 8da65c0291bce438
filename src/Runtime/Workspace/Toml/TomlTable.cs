using ManifestLinker.Compiler.Diagnostics;

namespace ManifestLinker.Runtime.Workspace.Toml;

/// <summary>How a table came to be, which decides who may add to it.</summary>
internal enum TomlTableKind
{
    /// <summary>By a name that leads through it; a header may still define it.</summary>
    Implied,

    /// <summary>By its own header, <c>[name]</c> or <c>[[name]]</c>.</summary>
    Header,

    /// <summary>By a dotted key, <c>name.key = value</c>.</summary>
    DottedKey,

    /// <summary>Between braces; nobody may add to it.</summary>
    Inline,
}

/// <summary>A key of a table, the place of the key, and its value.</summary>
internal sealed record TomlEntry(string Key, Location KeyLocation, TomlValue Value);

/// <summary>A table: keys with values, in the order of the text.</summary>
internal sealed record TomlTable(Location Location, TomlTableKind DefinedBy) : TomlValue(Location, "a table")
{
    private readonly Dictionary<string, TomlEntry> byKey = new(StringComparer.Ordinal);
    private readonly List<TomlEntry> entries = [];

    /// <summary>How it came to be.</summary>
    public TomlTableKind DefinedBy { get; set; } = DefinedBy;

    /// <summary>The lines of its header and its keys, where it was made by a header.</summary>
    public LineRange? Lines { get; set; }

    /// <summary>The entries, in the order of the text.</summary>
    public IReadOnlyList<TomlEntry> Entries => entries;

    /// <summary>The entry with this key; null where there is none.</summary>
    public TomlEntry? Find(string key) => byKey.GetValueOrDefault(key);

    /// <summary>Adds an entry; its key is new.</summary>
    public void Add(TomlEntry entry)
    {
        byKey.Add(entry.Key, entry);
        entries.Add(entry);
    }
}
