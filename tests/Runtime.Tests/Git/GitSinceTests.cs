using ManifestLinker.Testing;

namespace ManifestLinker.Runtime.Tests.Git;

/// <summary><c>mlc check --since</c> shows what the change brought, wherever it shows.</summary>
public class GitSinceTests
{
    private const string Workspace = """
        [[component]]
        name = "base"
        manifest = "base"

        [[component]]
        name = "extra"
        manifest = "extra"

        [search]
        directories = ["overlay"]
        """;

    [FactNeeding("git")]
    public void A_line_that_is_deleted_in_one_place_breaks_one_in_another()
    {
        using GitWorkTree work = Repository();
        work.Write("base", "# moved\n\nd usr 755 root sys\n");

        Outcome said = work.Mlc("check", "--since", "HEAD", "--format", "concise").Run().Exits(1);

        said.Output.Should().Be("extra:1:10: error MLC7001 symbolic link 'usr/sh' leads to 'usr/ksh', which is not in the image [broken-symlink]\n");
        work.Mlc("check", "--since", "HEAD").Run().Output.Should().EndWith("1 error; 1 were there before\n");
    }

    [FactNeeding("git")]
    public void Search_files_and_the_workspace_count_as_well()
    {
        using GitWorkTree work = Repository();
        work.Mlc("check", "--since", "HEAD", "--fail-on", "info").Run().Exits(0);
        File.Delete(work.At("overlay/usr/ksh"));
        work.Mlc("check", "--since", "HEAD", "--format", "concise").Run().Exits(1).Output.Should().StartWith("base:2:3: error MLC3001").And.HaveLines(1);
        work.Git("checkout", "--quiet", "overlay");
        work.Write("mlc.toml", Workspace + "\n[rules]\nignore = ['MLC1004']\n");
        work.Commit("mlc.toml");
        work.Write("mlc.toml", Workspace);
        work.Mlc("check", "--since", "HEAD", "--format", "concise").Run().Output.Should().StartWith("base:1:7: warning MLC1004").And.HaveLines(1);
        work.Mlc("check", "--since", "HEAD~1", "--fail-on", "info").Run().Exits(0);
    }

    [FactNeeding("git")]
    public void An_excuse_that_is_taken_away_brings_its_finding_back()
    {
        using GitWorkTree work = Repository();
        work.Write("base", "d usr 755 root sys # mlc: allow MLC1004 -- so it is\nf usr/ksh 0555 root bin\n");
        work.Commit("base");
        work.Write("base", "d usr 755 root sys\nf usr/ksh 0555 root bin\n");
        work.Mlc("check", "--since", "HEAD", "--format", "concise").Run().Output.Should().StartWith("base:1:7: warning MLC1004").And.HaveLines(1);
    }

    [FactNeeding("git")]
    public void Before_there_was_anything_there_were_no_faults()
    {
        using GitWorkTree work = new();
        work.Write("readme", "");
        work.Commit("readme");
        work.Write("mlc.toml", "[[component]]\nname='a'\nmanifest='m'\n");
        work.Write("m", "d usr 755 root sys\n");
        work.Mlc("check", "--since", "HEAD", "--fail-on", "warning").Run().Exits(1);
        work.Mlc("check", "--since", "HEAD", "--fail-on", "warning", "m").Run().Exits(1);
        work.Commit("mlc.toml", "m");
        work.Mlc("check", "--since", "HEAD", "--fail-on", "warning").Run().Exits(0);
        work.Write("mlc.toml", "[[component]]\nname='a'\n");
        work.Commit("mlc.toml");
        work.Write("mlc.toml", "[[component]]\nname='a'\nmanifest='m'\n");
        work.Mlc("check", "--since", "HEAD").Run().Exits(2).Errors.Should().StartWith("mlc: mlc.toml of HEAD is wrong, on line 1: [[component]] lacks 'manifest'\n");
    }

    [FactNeeding("git")]
    public void With_the_index_it_is_what_a_commit_would_bring()
    {
        using GitWorkTree work = Repository();
        work.Write("base", "d usr 755 root sys\nf usr/ksh 555 root bin\n");
        work.Git("add", "base");
        work.Write("base", "nonsense\n");
        work.Mlc("check", "--index", "--since", "HEAD", "--format", "concise").Run().Output.Should().StartWith("base:2:11: warning MLC1004").And.HaveLines(1);
        work.Mlc("check", "--index", "--since", "HEAD", "--max-new", "0").Run().Exits(1).Errors.Should().Be("mlc: 1 new finding, and --max-new allows 0\n");
    }

    private static GitWorkTree Repository()
    {
        GitWorkTree work = new();
        work.Write("mlc.toml", Workspace);
        work.Write("base", "d usr 755 root sys\nf usr/ksh 0555 root bin\n");
        work.Write("extra", "s usr/sh=ksh\n");
        work.Write("overlay/usr/ksh", "ksh");
        work.Commit(".");
        return work;
    }
}

internal static class OutputAssertions
{
    public static void HaveLines(this FluentAssertions.Primitives.StringAssertions text, int count) =>
        text.Subject.Split('\n', StringSplitOptions.RemoveEmptyEntries).Should().HaveCount(count);
}
