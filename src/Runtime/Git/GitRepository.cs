using ManifestLinker.Runtime.Invocations;

namespace ManifestLinker.Runtime.Git;

/// <summary>The git repository that the working directory lies in, with the states of its work tree: the index, and those that were committed.</summary>
internal sealed class GitRepository : IDisposable
{
    private readonly Invocation invocation;
    private readonly GitProgram git;
    private readonly GitBlobs blobs;
    private readonly string top;

    private GitRepository(Invocation invocation, GitProgram git, string top)
    {
        this.invocation = invocation;
        this.git = git;
        this.top = top;
        blobs = new GitBlobs(git);
    }

    /// <summary>The repository around the working directory.</summary>
    /// <exception cref="UsageException">There is none, or it has no work tree.</exception>
    public static GitRepository Open(Invocation invocation)
    {
        var program = new GitProgram(invocation);
        (int status, byte[] output, string complaint) = program.Run("rev-parse", "--show-toplevel");
        if (status != 0) throw new UsageException($"git: {complaint}", "--index and --since need the work tree of a git repository around the working directory");
        string folder = GitProgram.Text(output);
        return new GitRepository(invocation, program, folder.EndsWith('\n') ? folder[..^1] : folder);
    }

    /// <summary>The host with what is in the index in place of what is in the work tree.</summary>
    public GitHost Index()
    {
        GitTree index = ReadIndex();
        // What is committed and not in the index is deleted, even where it still lies about.
        return View(index, Commit("HEAD") is { } head ? ReadTree(head) : new GitTree([]));
    }

    /// <summary>The host with what <paramref name="revision"/> has in place of what is in the work tree.</summary>
    /// <exception cref="UsageException">There is no such revision.</exception>
    public GitHost At(string revision)
    {
        string found = Commit(revision) ?? throw new UsageException($"there is no revision '{revision}'", "name a commit, a branch or a tag, as git rev-parse understands it");
        return View(ReadTree(found), ReadIndex());
    }

    /// <inheritdoc/>
    public void Dispose() => blobs.Dispose();

    private GitHost View(GitTree tree, GitTree otherwise)
    {
        // What is ignored is made by the build and part of no commit.
        IEnumerable<(string, GitEntry)> ignored = GitListing.Records(git.Output("ls-files", "-z", "--full-name", "-o", "-i", "--exclude-standard", "--directory", "--", ":/"))
            .Select(path => path.TrimEnd('/'))
            .Where(path => !tree.Has(path) && !otherwise.Has(path))
            .Select(path => (path, GitEntry.OnDisk));
        return new GitHost(invocation.Host, top, new GitTree(tree.Entries.Concat(ignored)), otherwise, blobs);
    }

    private GitTree ReadIndex() => new(GitListing.OfIndex(git.Output("ls-files", "-s", "-z", "--full-name", "--", ":/")));

    private GitTree ReadTree(string commit) => new(GitListing.OfTree(git.Output("ls-tree", "-r", "-z", "--full-tree", commit)));

    // A name that begins with a dash would be an option of git's.
    private string? Commit(string revision)
    {
        if (revision.Length == 0 || revision[0] == '-' || revision.Contains('\0', StringComparison.Ordinal)) return null;
        (int status, byte[] output, _) = git.Run("rev-parse", "--quiet", "--verify", revision);
        if (status != 0) return null;
        string name = GitProgram.Text(output).Trim();
        (status, output, _) = git.Run("rev-parse", "--quiet", "--verify", name + "^{tree}");
        return status == 0 ? GitProgram.Text(output).Trim() : null;
    }
}
