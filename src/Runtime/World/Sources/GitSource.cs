using ManifestLinker.Compiler.Host;
using ManifestLinker.Grammar.Source;
using ManifestLinker.Runtime.Git;
using ManifestLinker.Runtime.Invocations;
using ManifestLinker.Runtime.Processes;
using ManifestLinker.Runtime.Rendering;
using ManifestLinker.Runtime.World.Facts;
using ManifestLinker.Runtime.World.Phases;

namespace ManifestLinker.Runtime.World.Sources;

/// <summary>
/// A source that git has: the revision, and every file that differs from it or is untracked and not ignored. What the user's own settings ignore
/// is not ignored here, or the key would depend on the user.
/// </summary>
internal sealed class GitSource(Invocation invocation, SourceStates states, IReadOnlyList<string> leftOut)
{
    private static readonly string[] SameForEverybody = ["-c", "core.excludesFile=/dev/null", "-c", "core.fsmonitor=false", "-c", "core.quotePath=false"];

    /// <summary>The facts about <paramref name="full"/>, called <paramref name="name"/>; null where git does not have it.</summary>
    /// <exception cref="IOException">git has it, and fails.</exception>
    public IReadOnlyList<Fact>? TryRead(string name, string full, bool isDirectory)
    {
        if (ProgramPath.Find(invocation, "git") is null) return null;
        string directory = isDirectory ? full : Parent(full);
        var git = new GitProgram(invocation, directory);
        (int status, byte[] output, string complaint) = git.Run("rev-parse", "--show-prefix");
        if (status != 0) return complaint.Contains("not a git repository (or any", StringComparison.Ordinal) ? null : throw new IOException($"{full}: git: {complaint}");
        string prefix = GitProgram.Text(output).TrimEnd('\n');
        string file = isDirectory ? "" : invocation.Host.Files.Path.GetFileName(full);
        bool isTop = isDirectory && prefix.Length == 0;
        // A repository that lies in an ignored directory of another is asked for itself; all else that is ignored is no source of git's.
        if (!isTop && git.Run([.. SameForEverybody, "check-ignore", "--quiet", "--", full]).Status == 0) return null;
        string top = prefix.Split('/', StringSplitOptions.RemoveEmptyEntries).Aggregate(directory, (path, _) => Parent(path));
        Fact revision = isTop
            ? SourceStates.Fact(name, "revision", RevisionOf(git, "HEAD"))
            : SourceStates.Fact(name, "tree", RevisionOf(git, $"HEAD:./{file}"));
        string[] paths = [isDirectory ? "." : $":(literal){file}", .. Excluded(top)];
        var facts = new List<Fact>();
        foreach (string path in Changed(git, paths).Concat(IgnoredRepositories(git, top, prefix, paths)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            if (path.Any(EscapedUtf8.IsEscape)) throw new InvalidDataException($"{full}: '{VisibleText.Of(path)}' cannot be looked at; names of sources must be UTF-8");
            string relative = path.StartsWith(prefix, StringComparison.Ordinal) ? path[prefix.Length..] : path;
            string at = $"{top}/{path}".TrimEnd('/');
            if (invocation.Host.Status($"{at}/.git") is not null) facts.AddRange(states.Of($"{name}/{relative.TrimEnd('/')}", at));
            else facts.Add(new Fact(FactList.SourceField, name, "differs", relative, FileDigest.Of(invocation.Host, at)));
        }
        return [revision, .. facts];
    }

    private IEnumerable<string> Excluded(string top) => leftOut
        .Where(path => PhasePath.IsAtOrBelow(path, top) && path != top)
        .Select(path => $":(top,exclude,literal){path[(top.Length == 1 ? 1 : top.Length + 1)..]}");

    private static string RevisionOf(GitProgram git, string revision)
    {
        (int status, byte[] output, _) = git.Run("rev-parse", "--verify", "--quiet", revision);
        return status == 0 ? GitProgram.Text(output).TrimEnd('\n') : "none";
    }

    // Paths from the top of the repository; a repository within ends with a slash where it is untracked.
    private static IEnumerable<string> Changed(GitProgram git, IEnumerable<string> paths)
    {
        byte[] output = git.Output([
            .. SameForEverybody, "status", "--porcelain=v2", "-z", "--untracked-files=all", "--no-renames", "--ignore-submodules=none", "--", .. paths]);
        return GitListing.Records(output).Select(GitStatusLine.PathOf);
    }

    // Builds of many repositories ignore those that they are made of: who names the whole means them, too.
    private IEnumerable<string> IgnoredRepositories(GitProgram git, string top, string prefix, IEnumerable<string> paths) => GitListing
        .Records(git.Output([.. SameForEverybody, "ls-files", "-z", "--others", "--ignored", "--exclude-standard", "--directory", "--", .. paths]))
        .Select(path => prefix + path)
        .Where(path => path.EndsWith('/') && invocation.Host.Status($"{top}/{path}.git") is not null);

    private string Parent(string path) => invocation.Host.Files.Path.GetDirectoryName(path) ?? "/";
}
