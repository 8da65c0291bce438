using ManifestLinker.Testing;

namespace ManifestLinker.Runtime.Tests.Git;

/// <summary><c>mlc check --index</c> judges what a commit would hold, whatever the work tree looks like.</summary>
public class GitIndexTests
{
    private const string Good = "d usr 0755 root sys\n";
    private const string Bad = "d usr 755 root sys\n";
    private const string Workspace = """
        [[component]]
        name = "base"
        manifests = ["manifest.d"]

        [search]
        directories = ["overlay", "proto"]
        """;

    [FactNeeding("git")]
    public void Edits_that_are_not_staged_do_not_count_in_either_direction()
    {
        using GitWorkTree work = new();
        work.Write("m", Good);
        work.Git("add", "m");
        work.Write("m", Bad);
        work.CheckIndex("m").Should().BeEmpty();

        work.Git("add", "m");
        work.Write("m", Good);
        work.CheckIndex("m").Should().Be("m:1:7: warning MLC1004 the mode '755' does not have four digits; it is read as 0755 [mode-not-four-digits]\n");
    }

    [FactNeeding("git")]
    public void What_is_staged_is_there_and_what_is_deleted_there_is_not()
    {
        using GitWorkTree work = new();
        work.Write("mlc.toml", Workspace);
        work.Write("manifest.d/base", "d usr 0755 root sys\nd usr/bin 0755 root bin\n");
        work.Write("manifest.d/left", "f usr/bin/left 0555 root bin\n");
        work.Write("overlay/usr/bin/left", "left");
        work.Write("overlay/usr/bin/staged", "staged");
        work.Write("proto/usr/bin/built", "built");
        work.Commit("mlc.toml", "manifest.d", "overlay");

        // Staged, and gone from the disk since.
        work.Write("manifest.d/staged", "f usr/bin/staged 0555 root bin\nf usr/bin/built 0555 root bin\n");
        work.Git("add", "manifest.d/staged");
        File.Delete(work.At("manifest.d/staged"));
        File.Delete(work.At("overlay/usr/bin/staged"));
        // On the disk, and never added.
        work.Write("manifest.d/new", "nonsense\n");
        work.Write("overlay/usr/bin/new", "new");
        work.CheckIndex().Should().BeEmpty();

        // Deleted in the index, and left on the disk.
        work.Git("rm", "--quiet", "--cached", "overlay/usr/bin/left");
        work.CheckIndex().Should().StartWith("manifest.d/left:1:3: error MLC3001 file 'usr/bin/left' is in none of the search directories");
        work.Git("rm", "--quiet", "--cached", "manifest.d/left");
        work.CheckIndex().Should().BeEmpty();
        work.Git("rm", "--quiet", "-r", "--cached", "overlay");
        work.CheckIndex().Should().Contain("MLC3001 file 'usr/bin/staged'").And.Contain("MLC3013");
    }

    [FactNeeding("git")]
    public void What_is_ignored_or_git_s_no_more_than_by_name_comes_from_the_disk()
    {
        using GitWorkTree work = new();
        work.Write(".gitignore", "/made/\n*.gen\n");
        work.Write("mlc.toml", "[[component]]\nname='a'\nmanifest='a.gen'\n[search]\ndirectories=['made', 'module/files']\n");
        work.Write("a.gen", "d etc 0755 root sys\nf etc/made 0644 root sys\nf etc/module 0644 root sys\nf etc/gone 0644 root sys\n");
        work.Write("made/etc/made", "made");
        work.Write("module/files/etc/module", "module");
        work.Commit(".gitignore", "mlc.toml");
        string commit = work.Git("rev-parse", "HEAD").Output.Trim();
        work.Git("update-index", "--add", "--cacheinfo", $"160000,{commit},module");

        work.Mlc("check", "--index", "--format", "concise").Run().Exits(1).Output
            .Should().Be("a.gen:4:3: error MLC3001 file 'etc/gone' is in none of the search directories (made, module/files) [source-not-found]\n");
    }

    [FactNeeding("git")]
    public void A_manifest_that_was_forgotten_is_missing()
    {
        using GitWorkTree work = new();
        work.Write("mlc.toml", "[[component]]\nname='a'\nmanifest='new/manifest'\n");
        work.Write("new/manifest", Good);
        work.Git("add", "mlc.toml");

        work.Mlc("check", "--index").Run().Exits(3).Errors.Should().Be("mlc: new/manifest: no such file or directory\n");
    }

    [FactNeeding("git")]
    public void Links_lead_where_they_lead_in_the_index()
    {
        using GitWorkTree work = new();
        work.Write("mlc.toml", "[[component]]\nname='a'\nmanifest='link'\n[search]\ndirectories=['over/lay']\n");
        work.Write("parts/real", "d etc 0755 root sys\nf etc/motd 0644 root sys\nf etc/issue 0644 root sys\nf etc/loop 0644 root sys\n");
        File.CreateSymbolicLink(work.At("link"), "over/../parts/real");
        work.Write("files/etc/motd", "motd");
        Directory.CreateDirectory(work.At("over"));
        File.CreateSymbolicLink(work.At("over/lay"), "../files");
        File.CreateSymbolicLink(work.At("files/etc/issue"), "/etc/motd");
        File.CreateSymbolicLink(work.At("files/etc/loop"), "loop");
        work.Git("add", ".");
        foreach (string name in new[] { "link", "over/lay", "files/etc/issue", "files/etc/motd", "parts/real" }) File.Delete(work.At(name));

        string said = work.CheckIndex();
        said.Should().Contain("MLC3002").And.Contain("error MLC3001 file 'etc/loop'");
        said.Split('\n').Should().HaveCount(3);
    }

    [FactNeeding("git")]
    public void It_works_from_below_from_another_work_tree_and_with_another_index()
    {
        using GitWorkTree work = new();
        work.Write("mlc.toml", "[[component]]\nname='a'\nmanifest='m'\n");
        work.Write("m", Good);
        work.Write("below/x", "");
        work.Commit("mlc.toml", "m", "below/x");
        work.Write("m", Bad);
        work.Mlc("-C", "below", "check", "--index", "--fail-on", "info").Run().Exits(0);

        work.Git("worktree", "add", "--quiet", work.Beside("other"));
        File.WriteAllText(work.Beside("other/m"), Bad);
        GitWorkTree.MlcIn(work.Beside("other"), "check", "--index", "--fail-on", "info").Run().Exits(0);
        GitWorkTree.GitIn(work.Beside("other"), "add", "m");
        GitWorkTree.MlcIn(work.Beside("other"), "check", "--index", "--fail-on", "info").Run().Exits(1);
        work.Mlc("check", "--index", "--fail-on", "info").Run().Exits(0);

        File.Copy(work.At(".git/index"), work.At(".git/next"));
        work.Git("add", "m");
        work.Mlc("check", "--index", "--fail-on", "info").Run().Exits(1);
        work.Mlc("check", "--index", "--fail-on", "info").With("GIT_INDEX_FILE", ".git/next").Run().Exits(0);
    }

    [FactNeeding("git")]
    public void Names_may_have_any_character()
    {
        using GitWorkTree work = new();
        string[] names = ["-x", "--", "a b", "tab\there", "line\nfeed", "quote\"'\\", "\u00fc\U0001F600", "*", ":(top)"];
        foreach (string name in names) work.Write($"d/{name}", $"f {(char)('a' + Array.IndexOf(names, name))} 755 root bin\n");
        work.Git("add", ".");

        work.CheckIndex("d").Split('\n').Count(line => line.Contains("MLC1004")).Should().Be(names.Length);
    }

    [FactNeeding("git")]
    public void What_git_refuses_is_told()
    {
        using GitWorkTree work = new();
        work.Write("m", Good);
        work.Mlc("check", "--since", "HEAD", "m").Run().Exits(2).Errors.Should().StartWith("mlc: there is no revision 'HEAD'\n");
        work.Commit("m");
        work.Mlc("check", "--since", "nonesuch", "m").Run().Exits(2).Errors.Should().StartWith("mlc: there is no revision 'nonesuch'\n");
        work.Mlc("check", "--since=--all", "m").Run().Exits(2).Errors.Should().StartWith("mlc: there is no revision '--all'\n");
        work.Mlc("check", "--index", "m").With("PATH", "/nowhere").Run().Exits(3).Errors.Should().Be("mlc: git is not installed, or not in $PATH\n");
        GitWorkTree.MlcIn(work.Beside("."), "check", "--index", "m").Run().Exits(2).Errors.Should().StartWith("mlc: git: not a git repository");

        work.Git("checkout", "--quiet", "-b", "side");
        work.Write("m", Bad);
        work.Commit("m");
        work.Git("checkout", "--quiet", "main");
        work.Write("m", "d usr 0700 root sys\n");
        work.Commit("m");
        (GitWorkTree.Secluded(ForeignTool.Prepare("git", "-c", "user.name=T", "-c", "user.email=t@example.org", "merge", "side")) with { Directory = work.Path }).Run().Exits(1);
        work.Mlc("check", "--index", "m").Run().Exits(2).Errors.Should().StartWith("mlc: m is not merged\n");
    }

    // A program called git in a repository that somebody sent must not run.
    [FactNeeding("git")]
    public void No_other_git_is_taken_from_the_working_directory()
    {
        using GitWorkTree work = new();
        work.Write("m", Good);
        work.Git("add", "m");
        work.Write("git", "#!/bin/sh\ntouch taken\n");
        File.SetUnixFileMode(work.At("git"), (UnixFileMode)0b111_101_101);
        work.Mlc("check", "--index", "m").With("PATH", ".:" + Environment.GetEnvironmentVariable("PATH")).Run().Exits(0);
        File.Exists(work.At("taken")).Should().BeFalse();
    }
}
