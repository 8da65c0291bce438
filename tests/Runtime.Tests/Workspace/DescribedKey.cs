using ManifestLinker.Runtime.Workspace;
using ManifestLinker.Runtime.Workspace.Shapes;

namespace ManifestLinker.Runtime.Tests.Workspace;

/// <summary>What the reader of the workspace file says of itself, one key and one table at a time.</summary>
internal static class DescribedKey
{
    /// <summary>Every key with its path, as <c>filesystem.root.size</c>.</summary>
    public static IEnumerable<(string Path, ValueShape Value)> All() =>
        Tables("", "", WorkspaceReader.Describe()).SelectMany(entry => entry.Table.Keys.Select(pair => (entry.Path + pair.Key, pair.Value)));

    /// <summary>Every table with the header that opens it, as <c>[[component]]</c>; empty for the top.</summary>
    public static IEnumerable<(string Header, TableShape Table)> Tables() =>
        Tables("", "", WorkspaceReader.Describe()).Select(entry => (entry.Header, entry.Table));

    private static IEnumerable<(string Header, string Path, TableShape Table)> Tables(string header, string path, TableShape table)
    {
        yield return (header, path, table);
        foreach ((string key, ValueShape value) in table.Keys)
        {
            TableShape? below = value.Kind is ValueKind.List ? value.Item?.Table : value.Table;
            if (below is null) continue;
            string name = path + key;
            string own = value.Kind is ValueKind.List ? $"[[{name}]]" : $"[{name}]";
            // A table of a table that may stand several times belongs to the one before it.
            foreach (var entry in Tables(header.StartsWith("[[", StringComparison.Ordinal) ? $"{header}\n{own}" : own, name + ".", below)) yield return entry;
        }
    }
}
