using ManifestLinker.Compiler.Rules;
using ManifestLinker.Runtime.Invocations;
using ManifestLinker.Runtime.Workspace;

namespace ManifestLinker.Runtime.Git;

/// <summary>Asks git for the states of the workspace's repositories, with the questions that tools/build_etcrelease of smartos-live asks.</summary>
internal static class RepositoryReader
{
    /// <summary>The states of the repositories of <paramref name="workspace"/>, in its order.</summary>
    /// <exception cref="ConfigurationException">A directory is not there.</exception>
    /// <exception cref="IOException">Git cannot be run, or knows no revision.</exception>
    public static IReadOnlyList<RepositoryState> Read(WorkspaceFile workspace, Invocation invocation)
    {
        ConfigurationProblem[] absent =
        [
            .. workspace.Repositories
                .Where(repository => !invocation.Host.Files.Directory.Exists(workspace.PathOf(repository.Directory).Opened))
                .Select(repository => new ConfigurationProblem(
                    ConfigValue.Rule,
                    repository.Directory.Location,
                    $"there is no directory '{repository.Directory.Value}'",
                    "name the work tree, relative to this file")),
        ];
        if (absent.Length > 0) throw new ConfigurationException(absent);
        return [.. workspace.Repositories.Select(repository => Read(repository.Name.Value, workspace.PathOf(repository.Directory).Opened, invocation))];
    }

    private static RepositoryState Read(string name, string directory, Invocation invocation)
    {
        // A directory of another repository is no repository. Where a work tree is one of several, or of a submodule, ".git" is a file.
        string mark = invocation.Host.Files.Path.Combine(directory, ".git");
        if (!invocation.Host.Files.Directory.Exists(mark) && !invocation.Host.Files.File.Exists(mark)) return RepositoryState.WithoutGit(name);
        var git = new GitProgram(invocation, invocation.Host.Files.Path.GetFullPath(directory), lookAbove: false);
        (int status, byte[] output, string complaint) = git.Run("log", "-n", "1", "--no-show-signature", "--no-color", "--pretty=format:%H %ct", "HEAD");
        if (status != 0) throw new IOException($"the repository '{name}' in {directory} has no revision: git says {complaint}");
        string[] commit = GitProgram.Text(output).Split(' ');
        (int configured, byte[] url, _) = git.Run("config", "--get", "remote.origin.url");
        return new RepositoryState(
            name,
            Current(GitProgram.Text(git.Output("branch", "--no-color", "--no-column"))),
            commit[1],
            commit[0],
            configured == 0 ? GitProgram.Text(url).TrimEnd('\n') : "",
            git.Output("status", "--porcelain", "--untracked-files=no").Length > 0);
    }

    // The marked line; a work tree that has just checked out nothing has none.
    private static string Current(string branches) => branches.Split('\n')
        .Where(line => line.StartsWith("* ", StringComparison.Ordinal))
        .Select(line => line[2..])
        .FirstOrDefault("");
}
