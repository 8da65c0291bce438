using ManifestLinker.Testing;

namespace ManifestLinker.Runtime.Tests.Git;

/// <summary>A work tree of git's for one test, which knows nothing of whoever runs the tests.</summary>
internal sealed class GitWorkTree : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public GitWorkTree()
    {
        Directory.CreateDirectory(Path);
        Git("init", "--quiet", "--initial-branch=main");
    }

    public string Path => folder.At("work");

    public string At(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>A path beside the work tree.</summary>
    public string Beside(string name) => folder.At(name);

    public void Write(string name, string text) => folder.Write($"work/{name}", text);

    public Outcome Git(params string[] arguments) => GitIn(Path, arguments);

    public static Outcome GitIn(string directory, params string[] arguments) =>
        (Secluded(ForeignTool.Prepare("git", ["-c", "user.name=Test", "-c", "user.email=test@example.org", .. arguments])) with { Directory = directory }).Run().Exits(0);

    public void Commit(params string[] paths)
    {
        Git(["add", "--", .. paths]);
        Git("commit", "--quiet", "--message=state", "--no-verify");
    }

    public Launch Mlc(params string[] arguments) => MlcIn(Path, arguments);

    public static Launch MlcIn(string directory, params string[] arguments) => Secluded(Testing.Mlc.In(directory, arguments));

    /// <summary>What mlc says of the index, which is what it says of the same files checked out elsewhere by git.</summary>
    public string CheckIndex(params string[] arguments)
    {
        string said = Mlc(["check", "--format", "concise", "--index", .. arguments]).Run().Said;
        string copy = Beside(Guid.NewGuid().ToString("N"));
        Git("checkout-index", "--all", $"--prefix={copy}/");
        foreach (string build in new[] { "proto", "made" }.Where(name => Directory.Exists(At(name)) && !Directory.Exists($"{copy}/{name}")))
            Directory.CreateSymbolicLink($"{copy}/{build}", At(build));
        MlcIn(copy, ["check", "--format", "concise", .. arguments]).Run().Said.Should().Be(said, "git itself lays the index out like this");
        return said;
    }

    public static Launch Secluded(Launch launch) => launch
        .With("GIT_CONFIG_GLOBAL", "/dev/null").With("GIT_CONFIG_NOSYSTEM", "1").With("GIT_CEILING_DIRECTORIES", "/tmp")
        .With("GIT_DIR", null).With("GIT_INDEX_FILE", null).With("GIT_WORK_TREE", null);

    public void Dispose() => folder.Dispose();
}
