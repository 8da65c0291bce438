using ManifestLinker.Testing;

namespace ManifestLinker.Runtime.Tests.Git;

/// <summary>Hooks of git stop a commit that would hold a bad manifest, and no other.</summary>
public class HookTests
{
    private const string Workspace = "[[component]]\nname='a'\nmanifest='manifest'\n";
    private const string Good = "d usr 0755 root sys\n";
    private const string Bad = "d usr 0999 root sys\n";
    private const string Message = "'0999' is not a mode";

    [FactNeeding("git")]
    public void A_plain_hook_judges_what_is_committed()
    {
        using GitWorkTree work = new();
        work.Write("mlc.toml", Workspace);
        work.Write(".git/hooks/pre-commit", $"#!/bin/sh\nexec '{Mlc.Binary}' check --index\n");
        File.SetUnixFileMode(work.At(".git/hooks/pre-commit"), (UnixFileMode)0b111_101_101);

        work.Write("manifest", Bad);
        work.Git("add", ".");
        work.Write("manifest", Good);
        Commit(work, "--message=bad").Exits(1).Said.Should().Contain(Message);

        work.Git("add", "manifest");
        work.Write("manifest", Bad);
        Commit(work, "--message=good").Exits(0);
        // Git commits what is named by way of an index of its own.
        Commit(work, "--message=bad", "--", "manifest").Exits(1).Said.Should().Contain(Message);
        Commit(work, "--message=bad", "--all").Exits(1).Said.Should().Contain(Message);
        work.Git("log", "--format=%s").Output.Should().Be("good\n");
    }

    [FactNeeding("git", "pre-commit")]
    public void The_hook_for_pre_commit_does_the_same()
    {
        using GitWorkTree hooks = new();
        hooks.Write(".pre-commit-hooks.yaml", File.ReadAllText(Checkout.At(".pre-commit-hooks.yaml")));
        hooks.Commit(".pre-commit-hooks.yaml");
        using GitWorkTree work = new();
        work.Write(".pre-commit-config.yaml", $"repos:\n- repo: {hooks.Path}\n  rev: {hooks.Git("rev-parse", "HEAD").Output.Trim()}\n  hooks:\n  - id: mlc-check\n");
        work.Write("mlc.toml", Workspace);
        work.Write("manifest", Good);
        (InHook(ForeignTool.Prepare("pre-commit", "install"), work) with { Directory = work.Path }).Run().Exits(0);
        work.Git("add", ".");
        Commit(work, "--message=good").Exits(0).Said.Should().MatchRegex("mlc check.*Passed");

        work.Write("manifest", Bad);
        work.Git("add", "manifest");
        work.Write("manifest", Good);
        Commit(work, "--message=bad").Exits(1).Said.Should().MatchRegex("mlc check.*Failed").And.Contain(Message);

        work.Git("add", "manifest");
        work.Write("manifest", Good + "\n# more\n");
        work.Git("add", "manifest");
        work.Write("manifest", Bad);
        Commit(work, "--message=better").Exits(0).Said.Should().MatchRegex("mlc check.*Passed");
        work.Git("checkout", "--quiet", "--", "manifest");
        work.Git("rm", "--quiet", "manifest");
        Commit(work, "--message=worse").Exits(1).Said.Should().MatchRegex("mlc check.*Failed").And.Contain("manifest: no such file or directory");
        work.Git("log", "--format=%s").Output.Should().Be("better\ngood\n");
    }

    private static Outcome Commit(GitWorkTree work, params string[] arguments) =>
        (InHook(ForeignTool.Prepare("git", ["-c", "user.name=T", "-c", "user.email=t@example.org", "commit", .. arguments]), work) with { Directory = work.Path }).Run();

    // The hook finds mlc where the user has it; pre-commit keeps its things below the test.
    private static Launch InHook(Launch launch, GitWorkTree work) => GitWorkTree.Secluded(launch)
        .With("PATH", $"{Path.GetDirectoryName(Mlc.Binary)}:{Environment.GetEnvironmentVariable("PATH")}")
        .With("PRE_COMMIT_HOME", work.Beside("pre-commit"))
        .With("LC_ALL", "C.UTF-8");
}
