namespace ManifestLinker.Runtime.Git;

/// <summary>A repository of the workspace at the time of the link: what gitstatus.json says of it, and whether the work tree is what was committed.</summary>
/// <param name="Name">The name it goes by in gitstatus.json.</param>
/// <param name="Branch">What <c>git branch</c> marks as current: a name, or in brackets what stands for one, as <c>(HEAD detached at 1f2e3d4)</c>.</param>
/// <param name="CommitDate">The committer's date of the revision, in seconds since 1970 UTC.</param>
/// <param name="Revision">The name of the commit, in full; null where the directory is no work tree of git's.</param>
/// <param name="Url">The URL of the remote <c>origin</c>, as it is configured; empty where there is none.</param>
/// <param name="IsDirty">Whether files that git tracks differ from the revision.</param>
internal sealed record RepositoryState(string Name, string Branch, string CommitDate, string? Revision, string Url, bool IsDirty)
{
    /// <summary>A directory that git knows nothing of.</summary>
    public static RepositoryState WithoutGit(string name) => new(name, "", "", null, "", false);
}
