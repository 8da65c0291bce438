using System.Text.Json;
using ManifestLinker.Runtime.Tests.World;
using ManifestLinker.Testing;

namespace ManifestLinker.Runtime.Tests.EndToEnd;

/// <summary><c>mlc world --trace</c> with the real strace and real phases: what is not declared is found, and what is declared is not.</summary>
public class WorldTraceTests
{
    private static readonly string Maker = WorldUnderTest.Phase(
        "illumos", "mkdir -p proto/inc proto/bin; cp illumos/u.h proto/inc; printf '#!/bin/sh\\ncat \"$@\"\\n' > proto/bin/tool; chmod +x proto/bin/tool; ln -s inc proto/include",
        "sources = ['illumos', 'lib.sh', 'began']", "outputs = ['proto']");

    private static readonly string Strap = WorldUnderTest.Phase("strap", "mkdir strap; echo s > strap/s", "outputs = ['strap']");

    private static readonly string Middle = WorldUnderTest.Phase("middle", "mkdir mid; cp strap/s mid/m", "after = ['strap']", "outputs = ['mid']");

    private static WorldUnderTest Workspace(string live)
    {
        WorldUnderTest world = new(Maker + Strap + Middle + live);
        world.Write("illumos/u.h", "u\n");
        world.Write("src/v.c", "v\n");
        world.Write("other/o.h", "o\n");
        world.Write("began", "");
        return world;
    }

    private static string Live(string script, params string[] lines) =>
        WorldUnderTest.Phase("live", "mkdir out; " + script, ["outputs = ['out']", "sources = ['src', 'lib.sh', 'began']", .. lines]);

    [FactNeeding("strace", "ninja")]
    public void Declared_work_is_clean_and_always_runs()
    {
        using WorldUnderTest world = Workspace(Live("cat src/v.c mid/m strap/s > out/live; cd src; echo x > made.o; cat made.o; cd ..; echo t > conftest; rm conftest; ls > out/list", "after = ['middle']"));
        const string Clean = @"^live uses nothing that it does not declare; \d+ paths looked at, \d+ uses of the system not listed\n$";

        world.World("--trace", "live").Exits(0).Output.Should().MatchRegex(Clean);
        world.Began().Should().Equal("strap", "middle", "live");
        world.Write("began", "");
        world.Read("out/live").Should().Be("v\ns\ns\n");
        world.World("--trace", "live").Exits(0).Output.Should().MatchRegex(Clean);
        world.Began().Should().Equal(["live"], "what it needs is up to date, and it runs all the same");
    }

    [FactNeeding("strace", "ninja")]
    public void What_was_traced_is_made_and_need_not_run_again()
    {
        using WorldUnderTest world = new(WorldUnderTest.Phase("live", "mkdir out", "outputs = ['out']", "trace-ignore = ['*']"));
        world.World("--trace", "live").Exits(0);
        world.World("-v").Exits(0).Output.Should().Contain("live   up to date  -\n");
        world.Began().Should().Equal("live");
    }

    [FactNeeding("strace", "ninja")]
    public void What_another_phase_makes_is_found_however_it_is_reached()
    {
        // By a path that climbs, after cd, by a descriptor, over a link, and run.
        using WorldUnderTest world = Workspace(Live("cd src; cat ../proto/inc/u.h > ../out/1; cd ../proto; cat include/u.h; grep -r none . || true; bin/tool inc/u.h", "after = ['middle']"));
        world.World("illumos").Exits(0);

        Outcome found = world.World("--trace", "live").Exits(1);

        found.Output.Should().StartWith("""
            live reads what phase illumos makes, which need not be done before:
              proto (1 file: its listing)
              proto/bin (2 files: its listing, tool)
              proto/inc (2 files: its listing, u.h)
              help: let the phase wait for it: after = ["illumos", "middle"]

            live uses 5 paths that it does not declare; 
            """);
        world.Write("mlc.toml", world.Read("mlc.toml").Replace("after = ['middle']", "after = [\"illumos\", \"middle\"]", StringComparison.Ordinal));
        world.World("--trace", "live").Exits(0);
    }

    [FactNeeding("strace", "ninja", "root")]
    public void What_lies_elsewhere_is_found_and_what_is_written()
    {
        using WorldUnderTest world = Workspace(Live("cat other/o.h; echo x > src/x; mv src/x stray; echo y > strap/y; cat ELSEWHERE/in; echo z > ELSEWHERE/z"
            .Replace("ELSEWHERE", "/var/tmp/../lib/mlc-trace-test", StringComparison.Ordinal)));
        Directory.CreateDirectory("/var/lib/mlc-trace-test");
        try
        {
            File.WriteAllText("/var/lib/mlc-trace-test/in", "in\n");
            world.World("strap").Exits(0);
            world.World("--trace", "live").Exits(1).Output.Should().StartWith("""
                live reads what lies in the workspace and is no source:
                  other (1 file: o.h)
                  help: add it to sources, as in sources = ["began", "lib.sh", "src", "other/o.h"]

                live reads what lies outside the workspace:
                  /var/lib/mlc-trace-test (1 file: in)
                  help: add it to sources, or where it does not matter to trace-ignore, as in trace-ignore = ["/var/lib/mlc-trace-test/**"]

                live writes to what phase strap makes:
                  strap (1 file: y)
                  help: give live an output of its own; strap removes and stores this one without knowing of it

                live writes to the workspace beside its outputs and sources:
                  . (1 file: stray)
                  help: have it written below an output, or add an output, as in outputs = ["out", "stray"]

                live writes outside the workspace:
                  /var/lib/mlc-trace-test (1 file: z)
                  help: have it written below an output, or where it does not matter add it to trace-ignore, as in trace-ignore = ["/var/lib/mlc-trace-test/**"]

                live uses 5 paths that it does not declare; 
                """);
        }
        finally
        {
            Directory.Delete("/var/lib/mlc-trace-test", recursive: true);
        }
    }

    [FactNeeding("strace", "ninja", "make")]
    public void Make_is_followed_into_its_rules()
    {
        using WorldUnderTest world = Workspace("[[phase]]\nname = 'live'\ncommand = ['make', '-C', 'src', '-j2']\nsources = ['src']\noutputs = ['out']\ntrace-ignore = ['other/*.h']\n");
        world.Write("src/Makefile", "all: ../out/a ../out/b\n../out/%: v.c ../proto/inc/u.h\n\tmkdir -p ../out\n\tcat ../other/o.h ../mid/m $^ > $@\n");
        world.World("illumos", "middle").Exits(0);

        Outcome found = world.World("--trace", "live", "--format", "json").Exits(1);

        using JsonDocument json = JsonDocument.Parse(found.Output);
        JsonElement root = json.RootElement;
        (root.GetProperty("schema").GetString(), root.GetProperty("phase").GetString(), root.GetProperty("done").GetBoolean(), root.GetProperty("unclear").GetInt64())
            .Should().Be(("mlc.world-trace/1", "live", true, 0L));
        root.GetProperty("undeclared").EnumerateArray().Select(group => string.Join(' ', group.GetProperty("kind"), group.GetProperty("phase"), string.Join(
            ' ',
            group.GetProperty("directories").EnumerateArray().SelectMany(folder => folder.GetProperty("files").EnumerateArray().Select(file =>
                $"{folder.GetProperty("path")}/{file.GetProperty("name")}={string.Join('+', file.GetProperty("access").EnumerateArray())}")))))
            .Should().Equal("reads-output illumos proto/inc/.=look+list proto/inc/u.h=look+read", "reads-output middle mid/m=read");
        root.GetProperty("undeclared")[0].GetProperty("help").GetString().Should().Be("let the phase wait for it: after = [\"illumos\"]");
        root.GetProperty("system").GetProperty("/usr").GetInt64().Should().BePositive();
    }

    [FactNeeding("strace", "ninja")]
    public void Phases_that_read_each_other_are_told_so()
    {
        using WorldUnderTest world = Workspace(Live("cat src/v.c > out/live") + WorldUnderTest.Phase("late", "mkdir late; cat out/live > late/l", "after = ['live']", "outputs = ['late']"));
        world.World("late").Exits(0);
        world.Write("mlc.toml", world.Read("mlc.toml").Replace("cat src/v.c", "cat late/l", StringComparison.Ordinal));

        world.World("--trace", "live").Exits(1).Output.Should().Contain("  help: phase late waits for live, so what is read is of its last run, or is not there: split one of the two\n");
    }

    [FactNeeding("strace", "ninja")]
    public void A_phase_that_fails_is_reported_and_has_failed()
    {
        using WorldUnderTest world = Workspace(Live("cat other/o.h; exit 7"));

        Outcome failed = world.World("--trace", "live", "--progress", "none").Exits(3);

        failed.Output.Should().Contain("  other (1 file: o.h)\n");
        failed.Errors.Should().Be("mlc: phase 'live' failed: exit status 7; its log is .mlc/world/log/live.log, which ends:\n  | o\n");
    }

    [FactNeeding("ninja")]
    public void Wrong_calls_are_refused()
    {
        using WorldUnderTest world = Workspace(Live("true"));
        world.World("--trace", "lief").Exits(2).Errors.Should().StartWith("mlc: there is no phase 'lief'\n");
        world.World("--trace", "live", "strap").Exits(2).Errors.Should().Be("mlc: --trace runs the phase 'live' and what it needs, not 'strap', too\n  help: name no further phases\n");
        world.World("--trace", "live", "--list").Exits(2).Errors.Should().Be("mlc: --list and --trace exclude each other\n  help: ask for one of them\n");

        Directory.CreateDirectory(world.At("bin"));
        File.CreateSymbolicLink(world.At("bin/sh"), "/bin/sh");
        world.Prepare("--trace", "live").With("PATH", world.At("bin")).Run().Exits(3).Errors.Should()
            .Be("mlc: strace, which --trace runs phases under, is not installed, or not in $PATH; Debian has it in the package strace\n");
        world.Began().Should().BeEmpty();
    }
}
