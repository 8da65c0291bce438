using ManifestLinker.Testing;

namespace ManifestLinker.Runtime.Tests.World;

/// <summary>What cannot work is refused at its place in mlc.toml, before anything runs.</summary>
public class PhaseDeclarationTests
{
    private const string Command = "command = ['/bin/sh']\n";

    [Theory]
    [InlineData("[[phase]]\nname = 'a'\n", "mlc.toml:1:3", "[[phase]] lacks 'command'")]
    [InlineData("[[phase]]\nname = 'a'\ncommand = []\n", "mlc.toml:3:11", "'command' is empty")]
    [InlineData("[[phase]]\nname = 'a/b'\n" + Command, "mlc.toml:2:8", "'a/b' is no name of a phase")]
    [InlineData("[[phase]]\nname = 'a'\n" + Command + "keep-outputs = 'no'\n", "mlc.toml:4:16", "'keep-outputs' is a string, not a boolean")]
    [InlineData("[[phase]]\nname = 'a'\n" + Command + "[[phase]]\nname = 'a'\n" + Command, "mlc.toml:5:8", "a phase 'a' is there already")]
    [InlineData("[[phase]]\nname = 'strap'\n" + Command + "[[phase]]\nname = 'b'\nafter = ['strep']\n" + Command, "mlc.toml:6:10", "there is no phase 'strep'")]
    [InlineData("[[phase]]\nname = 'a'\nafter = ['a']\n" + Command, "mlc.toml:3:10", "phases wait for each other: a -> a")]
    [InlineData("[[phase]]\nname = 'x'\nafter = ['a']\n" + Command + "[[phase]]\nname = 'a'\nafter = ['b']\n" + Command + "[[phase]]\nname = 'b'\nafter = ['x2', 'c']\n" + Command + "[[phase]]\nname = 'c'\nafter = ['a']\n" + Command + "[[phase]]\nname = 'x2'\n" + Command, "mlc.toml:7:10", "phases wait for each other: a -> b -> c -> a")]
    [InlineData("[[phase]]\nname = 'a'\n" + Command + "pass = ['PATH']\n", "mlc.toml:4:9", "'PATH' is always passed")]
    [InlineData("[[phase]]\nname = 'a'\n" + Command + "pass = ['A-B']\n", "mlc.toml:4:9", "'A-B' is no name of a variable")]
    [InlineData("[[phase]]\nname = 'a'\n" + Command + "pass = ['HOME']\nenvironment = { HOME = '/' }\n", "mlc.toml:4:9", "'HOME' is passed and declared in 'environment', too")]
    [InlineData("[world]\njobs = 0\n[[phase]]\nname = 'a'\n" + Command, "mlc.toml:2:8", "'jobs' is 0")]
    [InlineData("[[phase]]\nname = 'a'\n" + Command + "outputs = ['/tmp/x']\n", "mlc.toml:4:12", "the output '/tmp/x' of phase 'a' does not lie below the directory of the workspace file")]
    [InlineData("[[phase]]\nname = 'a'\n" + Command + "outputs = ['x/..']\n", "mlc.toml:4:12", "the output '.' of phase 'a' does not lie below the directory of the workspace file")]
    [InlineData("[[phase]]\nname = 'a'\n" + Command + "outputs = ['.mlc/x']\n", "mlc.toml:4:12", "the output '.mlc/x' of phase 'a' lies in .mlc, which is mlc's own")]
    [InlineData("[[phase]]\nname = 'a'\n" + Command + "outputs = ['x', 'y/../x']\n", "mlc.toml:4:17", "phase 'a' names the output 'x' twice")]
    [InlineData("[[phase]]\nname = 'a'\n" + Command + "outputs = ['x']\n[[phase]]\nname = 'b'\n" + Command + "outputs = ['x/']\n", "mlc.toml:8:12", "the phases 'a' and 'b' both make 'x'")]
    [InlineData("[[phase]]\nname = 'a'\n" + Command + "outputs = ['x']\n[[phase]]\nname = 'b'\n" + Command + "outputs = ['x/y']\n", "mlc.toml:8:12", "the output 'x/y' of phase 'b' lies inside 'x', which phase 'a' makes")]
    [InlineData("[[phase]]\nname = 'a'\n" + Command + "outputs = ['x/y']\n[[phase]]\nname = 'b'\n" + Command + "outputs = ['x']\n", "mlc.toml:8:12", "the output 'x/y' of phase 'a' lies inside 'x', which phase 'b' makes")]
    [InlineData("[[phase]]\nname = 'a'\n" + Command + "outputs = ['x']\n[[phase]]\nname = 'b'\n" + Command + "sources = ['x/y']\n", "mlc.toml:8:12", "'x/y' is no source: phase 'a' makes it")]
    [InlineData("[[phase]]\nname = 'a'\n" + Command + "outputs = ['x']\nsources = ['x']\n", "mlc.toml:5:12", "phase 'a' reads 'x', which is removed before it runs")]
    [InlineData("[[phase]]\nname = 'a'\n" + Command + "sources = ['absent']\n", "mlc.toml:4:12", "the source 'absent' of phase 'a' is not there")]
    [InlineData("[[phase]]\nname = 'a'\n" + Command + "directory = 'absent'\n", "mlc.toml:4:13", "the directory 'absent' of phase 'a' is not there")]
    [InlineData("[[phase]]\nname = 'a'\ncommand = ['./absent', 'x']\n", "mlc.toml:3:12", "phase 'a': there is no program './absent' in '.'")]
    [InlineData("[[phase]]\nname = 'a'\ncommand = ['no-such-program']\n", "mlc.toml:3:12", "phase 'a': there is no program 'no-such-program' in $PATH")]
    [InlineData("[[phase]]\nname = 'a'\ncommand = ['elsewhere']\nlauncher = ['no-such-program']\n", "mlc.toml:4:13", "phase 'a': there is no program 'no-such-program' in $PATH")]
    public void It_is_told_what_is_wrong_and_where(string workspace, string place, string message)
    {
        using WorldUnderTest world = new(workspace);

        Outcome outcome = world.World().Exits(2);

        outcome.Output.Should().BeEmpty();
        outcome.Errors.Should().Contain($"{place}\n").And.MatchRegex(@"\Aerror\[MLC\d{4}\]: ").And.MatchRegex(@"help: \S+");
        outcome.Errors.Split('\n').Count(line => line.StartsWith("error", StringComparison.Ordinal)).Should().Be(1);
        outcome.Errors.Should().Contain($": {message} [");
    }

    [Fact]
    public void What_another_phase_makes_need_not_be_there_yet()
    {
        using WorldUnderTest world = new("""
            [[phase]]
            name = 'second'
            command = ['../tools/bin/run']
            directory = 'tools/work'
            after = ['first']
            [[phase]]
            name = 'first'
            command = ['/bin/sh']
            outputs = ['tools']
            """);

        world.World("--list").Exits(0).Lines.Should().Equal("PHASE   NEEDS  STATE", "first   -      would run: it has not run yet", "second  first  would run: it has not run yet");
    }

    [FactNeeding("git")]
    public void What_git_tracks_is_never_removed()
    {
        using WorldUnderTest world = new("[[phase]]\nname = 'a'\ncommand = ['/bin/sh']\noutputs = ['src', 'module', 'made']\n");
        world.Write("src/deep/file", "work of weeks");
        world.Write("module/file", "x");
        world.Write("made/file", "x");
        world.Write(".gitignore", "/made\n/module\n");
        world.Commit("module");
        world.Commit(".");

        Outcome outcome = world.World().Exits(2);

        outcome.Errors.Should().Contain("phase 'a' would remove 'src', which holds files that git tracks, such as 'src/deep/file' [")
            .And.Contain("phase 'a' would remove 'module', which holds a git repository [").And.NotContain("remove 'made'");
    }

    [Fact]
    public void Usage_is_checked()
    {
        using WorldUnderTest world = new("[[phase]]\nname = 'a'\ncommand = ['/bin/sh']\n");

        world.World("--list", "--graph").Exits(2).Errors.Should().Be("mlc: --list and --graph exclude each other\n  help: ask for one of them\n");
        world.World("--format", "json").Exits(2).Errors.Should().Be("mlc: --format json is for --list, --dry-run, --explain and --trace\n  help: add one of them, or leave the format out\n");
        world.World("--list", "--format", "xml").Exits(2).Errors.Should().Be("mlc: --format xml: no such format\n  help: one of text, json\n");
        world.World("--run-phase", "a").Exits(2).Errors.Should().Be("mlc: --run-phase is for mlc itself\n  help: run mlc world, with the names of phases\n");
        world.Write("mlc.toml", "");
        world.World().Exits(2).Errors.Should().StartWith("mlc: mlc.toml declares no phases\n");
        File.Delete(world.At("mlc.toml"));
        world.World().Exits(2).Errors.Should().StartWith("mlc: there is no mlc.toml here or above\n");
        Mlc.Run("/", "help", "world").Exits(0).Output.Should().Contain("--keep-going").And.NotContain("--run-phase").And.MatchRegex(@"Example:\s+mlc world ");
    }
}
