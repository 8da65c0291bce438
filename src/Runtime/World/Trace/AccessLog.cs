namespace ManifestLinker.Runtime.World.Trace;

/// <summary>
/// What a phase did with which path, each once. What it made itself is nothing that it depends on, and what it made and removed again is nothing at all.
/// <paramref name="count"/> takes what is of no interest by itself, and says so.
/// </summary>
internal sealed class AccessLog(Func<string, Access, bool> count)
{
    /// <summary>How many paths are remembered; a compile phase of a platform comes to less than a million.</summary>
    public const int MostPaths = 4_000_000;

    private readonly Dictionary<string, (Access Access, bool IsMade)> paths = new(StringComparer.Ordinal);
    private readonly HashSet<string> gone = new(StringComparer.Ordinal);

    private bool hasMade;

    /// <summary>How many accesses were not taken down, because there were too many.</summary>
    public long Lost { get; private set; }

    /// <summary>Each path and what was done with it, in order.</summary>
    public IEnumerable<(string Path, Access Access)> Entries => paths
        .Where(entry => !IsBelowMade(entry.Key, entry.Value.Access))
        .OrderBy(entry => entry.Key, StringComparer.Ordinal)
        .Select(entry => (entry.Key, entry.Value.Access));

    /// <summary>Takes down that <paramref name="access"/> was had to <paramref name="path"/>.</summary>
    public void Touch(string path, Access access)
    {
        if (count(path, access)) return;
        (Access before, bool isMade) = paths.GetValueOrDefault(path);
        if (isMade) access &= Access.Write;
        Put(path, before | access, isMade);
    }

    /// <summary>Takes down that <paramref name="path"/> was made.</summary>
    public void Make(string path)
    {
        if (count(path, Access.Write)) return;
        hasMade = true;
        gone.Remove(path);
        Put(path, paths.GetValueOrDefault(path).Access | Access.Write, isMade: true);
    }

    /// <summary>Takes down that <paramref name="path"/> was removed.</summary>
    public void Remove(string path)
    {
        if (count(path, Access.Write)) return;
        if (paths.GetValueOrDefault(path) is not (Access.Write, true))
        {
            Touch(path, Access.Write);
            return;
        }
        paths.Remove(path);
        if (gone.Count < MostPaths) gone.Add(path);
        else Lost++;
    }

    private void Put(string path, Access access, bool isMade)
    {
        if (paths.Count < MostPaths || paths.ContainsKey(path)) paths[path] = (access, isMade);
        else Lost++;
    }

    // A directory that was made and moved took along what was written into it, and one that was moved into place brought along what is read there.
    private bool IsBelowMade(string path, Access access)
    {
        if (!hasMade) return false;
        for (int slash = path.LastIndexOf('/'); slash > 0; slash = path.LastIndexOf('/', slash - 1))
        {
            string above = path[..slash];
            if (gone.Contains(above) || (paths.GetValueOrDefault(above).IsMade && (access & Access.Write) == Access.None)) return true;
        }
        return false;
    }
}
