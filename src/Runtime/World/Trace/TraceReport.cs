using ManifestLinker.Runtime.World.Phases;

namespace ManifestLinker.Runtime.World.Trace;

/// <summary>A file in a report: its name in the directory it is shown with, and what was done with it.</summary>
internal sealed record TracedFile(string Name, Access Access);

/// <summary>The files of a directory that are not declared; <see cref="Path"/> from the directory of the workspace file, or from the root.</summary>
internal sealed record TracedFolder(string Path, IReadOnlyList<TracedFile> Files);

/// <summary>What is not declared in one way; <see cref="Owner"/> is the phase that makes it, <see cref="OwnerNeedsIt"/> whether that one needs the traced phase.</summary>
internal sealed record TraceGroup(TraceKind Kind, string? Owner, bool OwnerNeedsIt, IReadOnlyList<TracedFolder> Folders)
{
    /// <summary>How many files and directories it is about.</summary>
    public int Count => Folders.Sum(folder => folder.Files.Count);
}

/// <summary>
/// What a phase did that it does not declare. <see cref="Seen"/> is how many paths were looked at one by one, <see cref="System"/> how often those folders
/// of the system were used, <see cref="Unclear"/> how many accesses are not known, so that they may be anything.
/// </summary>
internal sealed record TraceReport(Phase Phase, IReadOnlyList<TraceGroup> Groups, int Seen, IReadOnlyDictionary<string, long> System, long Unclear)
{
    /// <summary>Whether all that the phase did is declared.</summary>
    public bool IsClean => Groups.Count == 0;

    /// <summary>What <paramref name="entries"/> come to in <paramref name="scope"/>.</summary>
    public static TraceReport Of(Phase phase, IEnumerable<(string Path, Access Access)> entries, TraceScope scope, RealPaths real, IReadOnlyDictionary<string, long> system, long unclear)
    {
        var paths = new Dictionary<string, Access>(StringComparer.Ordinal);
        // Who runs a link runs what it leads to.
        foreach ((string path, Access access) in entries)
        {
            string where = real.Of(path, toTheEnd: (access & Access.Run) != Access.None);
            // Some open a directory without saying that it must be one; what is read from it is its listing all the same.
            Access had = (access & Access.Read) != Access.None && real.IsDirectory(where) ? access & ~Access.Read | Access.List : access;
            paths[where] = paths.GetValueOrDefault(where) | had;
        }
        TraceGroup[] groups =
        [
            .. paths
                .SelectMany(entry => scope.Undeclared(entry.Key, entry.Value).Select(found => (found.Kind, found.Owner, Path: entry.Key, found.Access)))
                .GroupBy(found => (found.Kind, found.Owner))
                .OrderBy(group => group.Key.Kind).ThenBy(group => group.Key.Owner, StringComparer.Ordinal)
                .Select(group => new TraceGroup(
                    group.Key.Kind,
                    group.Key.Owner,
                    group.Key.Owner is { } owner && scope.Needs(owner, phase.Name),
                    Folders([.. group.Select(found => (found.Path, found.Access))], scope))),
        ];
        return new TraceReport(phase, groups, paths.Count, system, unclear);
    }

    private static TracedFolder[] Folders(IReadOnlyList<(string Path, Access Access)> found, TraceScope scope)
    {
        // Who goes to a file passes the directories above.
        var passed = new HashSet<string>(StringComparer.Ordinal);
        foreach ((string path, _) in found)
        {
            for (int slash = path.LastIndexOf('/'); slash > 0 && passed.Add(path[..slash]); slash = path.LastIndexOf('/', slash - 1)) { }
        }
        return
        [
            .. found
                .Where(file => file.Access != Access.Look || !passed.Contains(file.Path))
                .Select(file => (Folder: FolderOf(file.Path, file.Access), file.Path, file.Access))
                .GroupBy(file => file.Folder, StringComparer.Ordinal)
                .Select(folder => new TracedFolder(
                    scope.NameOf(folder.Key),
                    [.. folder.Select(file => new TracedFile(file.Path == folder.Key ? "." : file.Path[(file.Path.LastIndexOf('/') + 1)..], file.Access)).OrderBy(file => file.Name, StringComparer.Ordinal)]))
                .OrderBy(folder => folder.Path, StringComparer.Ordinal),
        ];
    }

    private static string FolderOf(string path, Access access) =>
        (access & Access.List) != Access.None ? path : path.LastIndexOf('/') is > 0 and int slash ? path[..slash] : "/";
}
