using System.IO.Abstractions;
using ManifestLinker.Compiler.Host;
using ManifestLinker.Grammar.Source;
using ManifestLinker.Runtime.Git;
using ManifestLinker.Runtime.Invocations;
using ManifestLinker.Runtime.Workspace;
using ManifestLinker.Testing;

namespace ManifestLinker.Runtime.Tests.Git;

/// <summary>The text of gitstatus.json, byte for byte what others make of the same answers of git.</summary>
public class GitStatusTests
{
    // What tools/build_etcrelease of smartos-live asks, and json.dumps in place of json -o json-4.
    private const string Reference = """
        import json, os, subprocess, sys
        time, facts = sys.argv[1], []
        def git(place, *words):
            return subprocess.run(["git", "-C", place, *words], capture_output=True, text=True, env={**os.environ, "LC_ALL": "C"})
        for argument in sys.argv[2:]:
            name, place = argument.split("=", 1)
            if not os.path.exists(os.path.join(place, ".git")):
                facts.append({"repo": name, "date": time, "warning": "no git metadata available"})
                continue
            branch = [line[2:] for line in git(place, "branch").stdout.split("\n") if line.startswith("* ")][0]
            facts.append({"repo": name, "branch": branch, "commit_date": git(place, "log", "-n", "1", "--pretty=format:%ct", "HEAD").stdout,
                "rev": git(place, "rev-parse", "HEAD").stdout.strip(), "url": git(place, "config", "remote.origin.url").stdout.rstrip("\n")})
        sys.stdout.buffer.write((json.dumps(facts, indent=4, ensure_ascii=False) + "\n").encode())
        """;

    private const string Workspace = """
        [[component]]
        name = "base"
        manifest = "manifest"

        [search]
        directories = ["proto"]

        [filesystem.root]
        size = "auto"

        [filesystem.usr]
        size = "auto"
        underfiles = []

        [link]
        audit = "off"

        """;

    [FactNeeding("git", "python3")]
    public void Is_what_others_make_of_the_same_repositories()
    {
        using GitWorkTree work = new();
        work.Write("readme", "");
        work.Commit("readme");
        work.Git("remote", "add", "origin", "https://example.org/smartos-live.git");
        Clone(work, "detached", "checkout", "--quiet", "--detach");
        Clone(work, "branched", "checkout", "--quiet", "-b", "größe/日本-\"quoted\"");
        Clone(work, "alone", "remote", "remove", "origin");
        GitWorkTree.GitIn(work.Path, "worktree", "add", "--quiet", work.At("linked"), "-b", "linked");
        Directory.CreateDirectory(work.At("plain"));

        string[] places = [".", "detached", "branched", "alone", "linked", "plain"];
        string said = Compare(work, places);

        said.Should().Contain("\"branch\": \"(HEAD detached at ").And.Contain("\"branch\": \"größe/日本-\\\"quoted\\\"\"").And.Contain("\"url\": \"\"");
        said.Should().EndWith("    {\n        \"repo\": \"the plain\",\n        \"date\": \"1767323045\",\n        \"warning\": \"no git metadata available\"\n    }\n]\n");
    }

    [FactNeeding("git")]
    public void Within_a_hook_each_repository_speaks_for_itself()
    {
        using GitWorkTree work = new();
        work.Write("readme", "");
        work.Commit("readme");
        Clone(work, "inner", "commit", "--quiet", "--allow-empty", "--message=more");
        Prepare(work, [".", "inner"]);
        string[] expected = Linked(work, launch => launch);

        Linked(work, launch => launch.With("GIT_DIR", work.At(".git")).With("GIT_INDEX_FILE", work.At(".git/index")).With("GIT_WORK_TREE", work.Path)).Should().Equal(expected);

        string inner = GitWorkTree.GitIn(work.At("inner"), "rev-parse", "HEAD").Output.Trim();
        expected[1].Should().Be($$"""    {"name":"the inner","revision":"{{inner}}","url":"{{work.Path}}","dirty":false}""");
    }

    [FactNeeding("git")]
    public void A_change_of_what_git_tracks_is_told_and_a_token_in_the_URL_is_not()
    {
        using GitWorkTree work = new();
        work.Write("readme", "");
        work.Commit("readme");
        work.Git("remote", "add", "origin", "https://me:secret@example.org/x.git");
        Prepare(work, ["."]);
        Linked(work, launch => launch).Should().ContainSingle().Which.Should().EndWith("\"url\":\"https://example.org/x.git\",\"dirty\":false}");
        work.Write("readme", "changed");
        Linked(work, launch => launch).Should().ContainSingle().Which.Should().EndWith(",\"dirty\":true}");
    }

    [FactNeeding("git")]
    public void A_repository_without_a_commit_stops_the_link_and_is_named()
    {
        using GitWorkTree work = new();
        Directory.CreateDirectory(work.At("new"));
        GitWorkTree.GitIn(work.At("new"), "init", "--quiet");
        Prepare(work, ["new"]);
        work.Mlc("link", "-o", "out", "--root-password", "none").Run().Exits(3).Errors.Should().StartWith("mlc: the repository 'the new' in new has no revision: git says ");
        Prepare(work, ["nowhere"]);
        work.Mlc("link", "-o", "out", "--root-password", "none").Run().Exits(2).Errors.Should().StartWith("error[MLC0011]: there is no directory 'nowhere' [config-value]\n  --> mlc.toml:19:13\n");
        Directory.Exists(work.At("out")).Should().BeFalse();
    }

    [Theory]
    [InlineData("a\"b\\c", "a\\\"b\\\\c")]
    [InlineData("\b\f\n\r\t\u0001\u001f\u007f", "\\b\\f\\n\\r\\t\\u0001\\u001f\u007f")]
    [InlineData("</script>\u2028\ud83d\ude00", "</script>\u2028\ud83d\ude00")]
    public void Nothing_is_escaped_that_JavaScript_does_not_escape(string name, string written) =>
        GitStatus.Of([RepositoryState.WithoutGit(name)], 0).Should().Contain($"\"repo\": \"{written}\",");

    [Fact]
    public void A_byte_that_is_not_UTF8_is_escaped() =>
        GitStatus.Of([RepositoryState.WithoutGit(EscapedUtf8.Decode([0x61, 0xff]))], 0).Should().Contain("\"repo\": \"a\\udcff\",");

    [Fact]
    public void Without_repositories_it_is_an_empty_list() => GitStatus.Of([], 0).Should().Be("[]\n");

    private static string Compare(GitWorkTree work, string[] places)
    {
        Prepare(work, places);
        (WorkspaceFile? workspace, _) = WorkspaceFile.Read(new SourceText(work.At("mlc.toml"), File.ReadAllText(work.At("mlc.toml"))));
        string told = GitStatus.Of(RepositoryReader.Read(workspace!, TestInvocation.Plain), 1767323045);
        Outcome reference = ForeignTool.Prepare("python3", ["-c", Reference, "1767323045", .. places.Select(place => $"the {place}={work.At(place)}")]).With("PYTHONUTF8", "1").Run().Exits(0);
        told.Should().Be(reference.Output);
        return told;
    }

    // What the listing of inputs says of the repositories.
    private static string[] Linked(GitWorkTree work, Func<Launch, Launch> with)
    {
        with(work.Mlc("link", "-o", work.Beside("out"), "--root-password", "none", "--buildstamp", "20260102T030405Z")).Run().Exits(0);
        return [.. File.ReadAllLines(work.Beside("out/platform-20260102T030405Z.inputs.json")).Where(line => line.Contains("\"revision\":", StringComparison.Ordinal)).Select(line => line.TrimEnd(','))];
    }

    private static void Prepare(GitWorkTree work, string[] places)
    {
        work.Write("proto/platform/i86pc/kernel/amd64/unix", "kernel\n");
        work.Write("manifest", "d platform 0755 root sys\nd platform/i86pc 0755 root sys\nd platform/i86pc/kernel 0755 root sys\nd platform/i86pc/kernel/amd64 0755 root sys\nf platform/i86pc/kernel/amd64/unix 0755 root sys\n");
        work.Write("mlc.toml", Workspace + string.Concat(places.Select(place => $"[[repository]]\nname = \"the {place}\"\ndirectory = \"{place}\"\n\n")));
    }

    private static void Clone(GitWorkTree work, string name, params string[] then)
    {
        work.Git("clone", "--quiet", work.Path, work.At(name));
        GitWorkTree.GitIn(work.At(name), then);
    }
}
