namespace ManifestLinker.Runtime.Git;

/// <summary>A state of a work tree as git keeps it: what lies at which path, relative to the top, and the directories that follow from that.</summary>
internal sealed class GitTree
{
    private readonly Dictionary<string, GitEntry> entries = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> names = new(StringComparer.Ordinal) { [""] = [] };

    /// <summary>The tree of <paramref name="listed"/>; of two entries for a path the first counts.</summary>
    public GitTree(IEnumerable<(string Path, GitEntry Entry)> listed)
    {
        foreach ((string path, GitEntry entry) in listed)
        {
            if (!entries.TryAdd(path, entry)) continue;
            for (string at = path; at.Length > 0;)
            {
                int slash = at.LastIndexOf('/');
                string parent = slash < 0 ? "" : at[..slash];
                bool isNew = !names.TryGetValue(parent, out HashSet<string>? children);
                if (isNew) names.Add(parent, children = new(StringComparer.Ordinal));
                children!.Add(at[(slash + 1)..]);
                if (!isNew) break;
                at = parent;
            }
        }
    }

    /// <summary>All paths with what lies there.</summary>
    public IEnumerable<(string Path, GitEntry Entry)> Entries => entries.Select(pair => (pair.Key, pair.Value));

    /// <summary>What lies at <paramref name="path"/>; null where nothing does, or a directory.</summary>
    public GitEntry? Find(string path) => entries.TryGetValue(path, out GitEntry entry) ? entry : null;

    /// <summary>Whether <paramref name="path"/> is a directory.</summary>
    public bool HasDirectory(string path) => names.ContainsKey(path);

    /// <summary>Whether anything lies at <paramref name="path"/>, or below it.</summary>
    public bool Has(string path) => entries.ContainsKey(path) || names.ContainsKey(path);

    /// <summary>The names in the directory <paramref name="path"/>, in ordinal order.</summary>
    public IEnumerable<string> Names(string path) => names.TryGetValue(path, out HashSet<string>? found) ? found.Order(StringComparer.Ordinal) : [];
}
