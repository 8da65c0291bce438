using ManifestLinker.Runtime.Tests.Git;
using ManifestLinker.Runtime.World.Sources;
using ManifestLinker.Testing;

namespace ManifestLinker.Runtime.Tests.World;

/// <summary>What counts as the state of a source, as <c>mlc world --explain -v</c> shows it.</summary>
public class SourceStateTests
{
    private const string Empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    private const string OneX = "73cb3858a687a8494ca3323053016282f3dad39d42cf62ca4e79dda2aac7d9ac";

    private static string Workspace(string sources) => $"[[phase]]\nname = 'a'\ncommand = ['/bin/sh']\nsources = [{sources}]\noutputs = ['src/made']\n";

    private static string[] StateOf(WorldUnderTest world)
    {
        string[] lines = [.. world.World("--explain", "a", "-v").Exits(0).Lines.Select(line => line.Trim()).Where(line => line.StartsWith("source ", StringComparison.Ordinal))];
        return [.. lines.Select(line => line["source ".Length..])];
    }

    [FactNeeding("git")]
    public void A_work_tree_is_its_revision_and_what_differs()
    {
        using WorldUnderTest world = new(Workspace("'src'"));
        world.Write("src/.gitignore", "*.o\n");
        foreach (string name in new[] { "kept", "edited", "deleted", "staged", "moved", "run" }) world.Write($"src/{name}", "old\n");
        world.Commit("src");
        string head = GitWorkTree.GitIn(world.At("src"), "rev-parse", "HEAD").Output.Trim();
        StateOf(world).Should().Equal($"src revision {head}");

        world.Write("src/edited", "x\n");
        File.Delete(world.At("src/deleted"));
        world.Write("src/staged", "x\n");
        GitWorkTree.GitIn(world.At("src"), "add", "staged");
        GitWorkTree.GitIn(world.At("src"), "mv", "moved", "to");
        File.SetUnixFileMode(world.At("src/run"), (UnixFileMode)0b111_101_101);
        world.Write("src/new file", "x\n");
        File.CreateSymbolicLink(world.At("src/link"), "new file");
        world.Write("src/ignored.o", "x");
        world.Write("src/made/file", "x");
        string[] state = StateOf(world);
        string old = state.Single(line => line.Contains(" to ", StringComparison.Ordinal)).Split(' ')[^1];
        state.Should().Equal(
            $"src revision {head}",
            "src differs deleted gone",
            $"src differs edited file {OneX}",
            "src differs link link new file",
            "src differs moved gone",
            $"src differs new file file {OneX}",
            $"src differs run program {old}",
            $"src differs staged file {OneX}",
            $"src differs to file {old}");

        // Whether it is staged, when it was written and what the user ignores elsewhere changes nothing.
        GitWorkTree.GitIn(world.At("src"), "add", "--all");
        world.Write("excludes", "new*\n");
        GitWorkTree.GitIn(world.At("src"), "config", "core.excludesFile", world.At("excludes"));
        GitWorkTree.GitIn(world.At("src"), "config", "status.showUntrackedFiles", "no");
        GitWorkTree.GitIn(world.At("src"), "reset", "--quiet");
        StateOf(world).Should().Equal(state);
    }

    [FactNeeding("git")]
    public void A_part_of_a_work_tree_is_the_tree_that_git_has_of_it()
    {
        using WorldUnderTest world = new(Workspace("'part', 'file', 'whole'"));
        world.Write("part/a", "x\n");
        world.Write("file", "x\n");
        world.Write("whole/b", "x\n");
        world.Commit(".");
        string[] state = StateOf(world);
        state.Should().Equal("file tree 587be6b4c3f93f93c489c0111bba5596147a26cb", "part tree 4d593e935186bcc35450336864a1aad148210a14", "whole tree 2b4c1d0c6f3c005f72eb2ecd2eb2a25edecf9a50");
        GitWorkTree.GitIn(world.Path, "rev-parse", "HEAD:part").Output.Should().StartWith(state[1].Split(' ')[2]);

        // A commit elsewhere is none here.
        world.Write("elsewhere", "y\n");
        world.Commit(".");
        StateOf(world).Should().Equal(state);
        world.Write("part/b", "x\n");
        world.Write("file", "");
        StateOf(world).Should().Equal(state[0], $"file differs file file {Empty}", state[1], $"part differs b file {OneX}", state[2]);
    }

    [FactNeeding("git")]
    public void Repositories_within_count_by_their_own_state()
    {
        using WorldUnderTest world = new(Workspace("'src'"));
        world.Write("src/.gitignore", "/ignored\n/projects/local\n");
        foreach (string module in new[] { "linked", "untracked", "ignored", "projects/local/deep" }) world.Write($"src/{module}/file", "x\n");
        foreach (string module in new[] { "linked", "untracked", "ignored", "projects/local/deep" }) world.Commit($"src/{module}");
        GitWorkTree.GitIn(world.At("src"), "init", "--quiet");
        GitWorkTree.GitIn(world.At("src"), "add", ".gitignore", "linked");
        GitWorkTree.GitIn(world.At("src"), "commit", "--quiet", "--message=state");

        string[] state = StateOf(world);
        state.Select(line => string.Join(' ', line.Split(' ')[..2])).Should().Equal("src revision", "src/ignored revision", "src/untracked revision");

        // As it was committed, the revision of the whole says it; else its own state does.
        world.Write("src/linked/file", "");
        world.Write("src/ignored/file", "");
        StateOf(world).Should().Equal(
            state[0], state[1], $"src/ignored differs file file {Empty}", $"src/linked revision {Head("linked")}", $"src/linked differs file file {Empty}", state[2]);

        // What is ignored with more than itself is named by itself.
        world.Write("mlc.toml", Workspace("'src/projects/local'"));
        StateOf(world).Should().Equal("src/projects/local content 0 objects " + Empty, $"src/projects/local/deep revision {Head("projects/local/deep")}");

        string Head(string module) => GitWorkTree.GitIn(world.At($"src/{module}"), "rev-parse", "HEAD").Output.Trim();
    }

    [Fact]
    public void What_git_does_not_have_counts_by_content()
    {
        using WorldUnderTest world = new(Workspace("'src', 'one', 'to-src'"));
        world.Write("src/a/b", "x\n");
        world.Write("one", "x\n");
        File.CreateSymbolicLink(world.At("to-src"), "src");
        string[] first = StateOf(world);
        first.Should().HaveCount(4);
        first[0].Should().Be($"one content file {OneX}");
        first[1].Should().StartWith("src content 2 objects ");
        first[2..].Should().Equal("to-src link src", first[1].Replace("src content", "to-src content", StringComparison.Ordinal));

        // Neither times nor what others may do.
        File.SetLastWriteTimeUtc(world.At("src/a/b"), DateTime.UnixEpoch);
        File.SetUnixFileMode(world.At("src/a/b"), (UnixFileMode)0b110_000_000);
        world.Write("src/made/x", "x");
        StateOf(world).Should().Equal(first);

        var seen = new HashSet<string> { first[1] };
        void Differs() => seen.Add(StateOf(world)[1]).Should().BeTrue();
        File.SetUnixFileMode(world.At("src/a/b"), (UnixFileMode)0b111_000_000);
        Differs();
        File.Move(world.At("src/a/b"), world.At("src/a/c"));
        Differs();
        Directory.CreateDirectory(world.At("src/empty"));
        Differs();
        File.CreateSymbolicLink(world.At("src/link"), "a");
        Differs();
        File.Delete(world.At("src/link"));
        File.CreateSymbolicLink(world.At("src/link"), "b");
        Differs();
    }

    [FactNeeding("git")]
    public void A_repository_that_git_refuses_is_an_error_and_no_folder()
    {
        using WorldUnderTest world = new(Workspace("'src'"));
        world.Write("src/.git", "gitdir: nowhere\n");

        world.World("--list").Exits(3).Errors.Should().MatchRegex(@"\Amlc: .*/src: git: .*nowhere.*\n\z");
    }

    [Fact]
    public void What_git_says_is_read_or_refused()
    {
        GitStatusLine.PathOf("1 .M N... 100644 100644 100644 0 0 a b").Should().Be("a b");
        GitStatusLine.PathOf("u UU N... 1 2 3 4 5 6 7 a b").Should().Be("a b");
        GitStatusLine.PathOf("? a b/").Should().Be("a b/");
        foreach (string record in new[] { "", "1", "? ", "1 .M N... 100644", "2 R. x", "# branch", "! x" })
            ((Action)(() => GitStatusLine.PathOf(record))).Should().Throw<InvalidDataException>(record);
    }
}
