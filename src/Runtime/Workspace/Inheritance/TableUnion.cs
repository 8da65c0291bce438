using ManifestLinker.Runtime.Workspace.Toml;

namespace ManifestLinker.Runtime.Workspace.Inheritance;

/// <summary>
/// Puts the tables of several files together. Tables meet key by key; lists of tables add up, the base's first; any other value
/// of the file that extends replaces the base's. Everything keeps the place that it was written at.
/// </summary>
internal static class TableUnion
{
    /// <summary>What <paramref name="roots"/> say together, where each extends those before it. What a base says of itself, it says for itself alone.</summary>
    public static TomlTable Of(IReadOnlyList<TomlTable> roots) =>
        roots.SkipLast(1).Select(root => Without(root, Preamble.Keys)).Append(roots[^1]).Aggregate(Over);

    // What is said anew stands behind what is not: where the last word counts, it is the last.
    private static TomlTable Over(TomlTable under, TomlTable over)
    {
        var union = new TomlTable(over.Location, over.DefinedBy);
        foreach (TomlEntry entry in under.Entries.Where(entry => over.Find(entry.Key) is null)) union.Add(entry);
        foreach (TomlEntry entry in over.Entries)
            union.Add(under.Find(entry.Key) is { } below ? entry with { Value = Over(below.Value, entry.Value) } : entry);
        return union;
    }

    private static TomlValue Over(TomlValue under, TomlValue over) => (under, over) switch
    {
        (TomlTable lower, TomlTable upper) => Over(lower, upper),
        (TomlList lower, TomlList upper) when IsOfTables(lower) && IsOfTables(upper) =>
            new TomlList(upper.Location, [.. lower.Items, .. upper.Items], OfTables: true),
        _ => over,
    };

    private static bool IsOfTables(TomlList list) => list.Items.Count > 0 && list.Items.TrueForAll(item => item is TomlTable);

    private static TomlTable Without(TomlTable table, IReadOnlyList<string> keys)
    {
        var rest = new TomlTable(table.Location, table.DefinedBy);
        foreach (TomlEntry entry in table.Entries.Where(entry => !keys.Contains(entry.Key, StringComparer.Ordinal))) rest.Add(entry);
        return rest;
    }
}
