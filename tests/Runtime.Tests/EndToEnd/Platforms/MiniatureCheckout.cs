using ManifestLinker.Testing;

namespace ManifestLinker.Runtime.Tests.EndToEnd.Platforms;

/// <summary>
/// A checkout of smartos-live in small (<c>tests/golden/world/miniature</c>), as git repositories with makefiles: the strap, illumos, illumos-extra whose curl is
/// built with its openssl, src, two local projects and an overlay. Two checkouts are alike, down to the revisions.
/// </summary>
internal sealed class MiniatureCheckout : IDisposable
{
    public const string Stamp = "20260102T030405Z";

    private static readonly string[] Repositories = ["projects/illumos", "projects/illumos-extra", "projects/local/agent", "projects/local/kvm", "."];

    private readonly TemporaryFolder folder = new();

    public MiniatureCheckout()
    {
        ForeignTool.RunIn("/", "cp", "-R", Path.Combine(Repository.Golden, "world/miniature") + "/.", folder.Path);
        folder.Write(".gitignore", "/projects/\n/proto.*\n/output/\n/.mlc/\n/mlc.toml\n");
        foreach (string repository in Repositories)
        {
            Git(repository, "init", "--quiet", "--initial-branch=master");
            Git(repository, "remote", "add", "origin", $"https://git.example.org/{(repository == "." ? "smartos-live" : Path.GetFileName(repository))}.git");
            Commit(repository);
        }
        Run("init", "--from", ".", "--make", "make").Exits(0);
    }

    public string At(string name) => folder.At(name);

    public string Read(string name) => File.ReadAllText(At(name));

    /// <summary>Changes a file of a repository, and commits it.</summary>
    public void Change(string repository, string file, string text)
    {
        folder.Write($"{repository}/{file}", text);
        Commit(repository);
    }

    public Launch Prepare(params string[] words) => Mlc.In(folder.Path, words)
        .With("GIT_CONFIG_GLOBAL", "/dev/null").With("GIT_CONFIG_NOSYSTEM", "1").With("GIT_CEILING_DIRECTORIES", Path.GetDirectoryName(folder.Path));

    public Outcome Run(params string[] words) => Prepare(words).Run();

    /// <summary>Links the platform, always with the same stamp and without a password.</summary>
    public Outcome Link() => Run("link", "--quiet", "--fail-on", "error", "--root-password", "none", "--buildstamp", Stamp);

    /// <summary>What became of each phase, from the table that <c>mlc world</c> ends with: its name and the result.</summary>
    public string[] World(params string[] words) =>
        [.. Run(["world", "--progress", "none", .. words]).Exits(0).Lines.Skip(1)
            .Select(line => line.Split("  ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).Select(cells => $"{cells[0]}: {cells[1]}")];

    public void Dispose() => folder.Dispose();

    private void Commit(string repository)
    {
        Git(repository, "add", "--all");
        Git(repository, "commit", "--quiet", "--message=state");
    }

    private void Git(string repository, params string[] words)
    {
        Launch launch = ForeignTool.Prepare("git", ["-c", "user.name=Test", "-c", "user.email=test@example.org", .. words]) with { Directory = At(repository) };
        foreach (string name in new[] { "GIT_AUTHOR_DATE", "GIT_COMMITTER_DATE" }) launch = launch.With(name, "2026-01-01T00:00:00Z");
        launch.With("GIT_CONFIG_GLOBAL", "/dev/null").With("GIT_CONFIG_NOSYSTEM", "1").Run().Exits(0);
    }
}
