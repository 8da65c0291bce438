namespace ManifestLinker.Runtime.Git;

/// <summary>
/// Where a path leads to in a state of a work tree: to a path of that state (with its entry, or none where it is a directory), to a
/// path of the disk, or to nothing.
/// </summary>
internal readonly record struct GitPlace(string? Path, GitEntry? Entry, string? HostPath)
{
    /// <summary>Nothing is there.</summary>
    public static readonly GitPlace Nothing;

    /// <summary>Whether it is a directory of the state.</summary>
    public bool IsDirectory => Path is not null && Entry is null;

    /// <summary>A path that the disk answers for.</summary>
    public static GitPlace OnDisk(string path) => new(null, null, path);
}
