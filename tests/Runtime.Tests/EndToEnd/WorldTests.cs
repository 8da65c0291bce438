using ManifestLinker.Runtime.Tests.World;
using ManifestLinker.Testing;

namespace ManifestLinker.Runtime.Tests.EndToEnd;

/// <summary><c>mlc world</c> with the real ninja, real repositories and real programs.</summary>
public class WorldTests
{
    private const string Summary = "PHASE    RESULT      TIME\n";

    // strap <- illumos <- livesrc, and tools by itself.
    private static readonly string Platform =
        WorldUnderTest.Phase("livesrc", "mkdir proto.live; cat proto/unix src/vm > proto.live/vm", "sources = ['src']", "after = ['illumos', 'strap']", "outputs = ['proto.live']") +
        WorldUnderTest.Phase("strap", "mkdir -p proto.strap/bin; cp extra/cc proto.strap/bin/cc", "sources = ['extra']", "outputs = ['proto.strap']") +
        WorldUnderTest.Phase("tools", "mkdir tools.out; echo ${LEVEL-none} ${SECRET-none} > tools.out/level", "outputs = ['tools.out']", "pass = ['SECRET']", "environment = { LEVEL = '1' }") +
        WorldUnderTest.Phase("illumos", "mkdir proto; cat proto.strap/bin/cc illumos/unix > proto/unix", "sources = ['illumos']", "after = ['strap']", "outputs = ['proto']");

    private static WorldUnderTest Workspace()
    {
        WorldUnderTest world = new(Platform);
        world.Write("extra/cc", "cc\n");
        world.Write("illumos/unix", "unix\n");
        world.Write("src/vm", "vm\n");
        world.Commit("extra");
        world.Commit("illumos");
        return world;
    }

    [FactNeeding("ninja", "git")]
    public void Phases_run_behind_what_they_need_and_not_again()
    {
        using WorldUnderTest world = Workspace();

        Outcome first = world.World().Exits(0);
        world.Began().Should().HaveCount(4).And.ContainInOrder("strap", "illumos", "livesrc");
        world.Made("proto.live", "proto", "tools.out").Should().Equal("proto.live/vm cc\nunix\nvm\n", "proto/unix cc\nunix\n", "tools.out/level 1 none\n");
        first.Output.Should().MatchRegex(@"^PHASE    RESULT  TIME\nstrap    ran     \d+\.\d\d s\nillumos  ran     \S+ s\nlivesrc  ran     \S+ s\ntools    ran     \S+ s\n$");
        first.Errors.Should().MatchRegex(@"strap: started\nstrap: done in \d+\.\d\d s\n");

        Outcome second = world.World("-v").Exits(0);
        world.Began().Should().BeEmpty();
        second.Errors.Should().Be("ninja: no work to do.\n");
        second.Output.Should().Be(Summary + "strap    up to date  -\nillumos  up to date  -\nlivesrc  up to date  -\ntools    up to date  -\n");
        world.World("-q").Exits(0).Said.Should().BeEmpty();
    }

    [FactNeeding("ninja", "git")]
    public void Only_what_is_asked_for_runs_with_what_it_needs()
    {
        using WorldUnderTest world = Workspace();

        world.World("illumos").Exits(0);
        world.Began().Should().Equal("strap", "illumos");
        world.World("ilumos").Exits(2).Errors.Should().Be("mlc: there is no phase 'ilumos'\n  help: did you mean 'illumos'?\n");
    }

    [FactNeeding("ninja", "git")]
    public void A_change_makes_run_what_reads_it_and_what_comes_behind()
    {
        using WorldUnderTest world = Workspace();
        world.World().Exits(0);
        world.Began();

        world.Write("illumos/unix", "UNIX\n");
        world.World().Exits(0).Output.Should().Contain("strap    up to date  -\n").And.Contain("tools    up to date  -\n");
        world.Began().Should().Equal("illumos", "livesrc");
        world.Read("proto.live/vm").Should().Be("cc\nUNIX\nvm\n");

        // The same content in a commit is another revision.
        world.Commit("illumos");
        world.World().Exits(0);
        world.Began().Should().Equal("illumos", "livesrc");

        // What was done and undone again is no change, whatever the times of the files say.
        world.Write("extra/new", "new\n");
        world.World("--dry-run").Exits(0).Output.Should().StartWith("strap: would run\n  source extra changed: 1 file differs (new)\n");
        File.Delete(world.At("extra/new"));
        world.World("-v").Exits(0).Errors.Should().Be("ninja: no work to do.\n");
        world.Began().Should().BeEmpty();

        world.Write("src/vm", "VM\n");
        world.World().Exits(0);
        world.Began().Should().Equal("livesrc");
    }

    [FactNeeding("ninja", "git")]
    public void Variables_count_and_the_number_of_jobs_does_not()
    {
        using WorldUnderTest world = Workspace();
        world.World("--no-store").Exits(0);
        world.Began();

        world.Write("mlc.toml", Platform.Replace("LEVEL = '1'", "LEVEL = '2'", StringComparison.Ordinal));
        world.World("--no-store").Exits(0);
        world.Began().Should().Equal("tools");
        world.Prepare("--no-store").With("SECRET", "hidden").Run().Exits(0);
        world.Began().Should().Equal("tools");
        world.Read("tools.out/level").Should().Be("2 hidden\n");
        foreach (string file in Directory.GetFiles(world.At(".mlc"), "*", SearchOption.AllDirectories).Where(file => !file.EndsWith(".log", StringComparison.Ordinal)))
            File.ReadAllText(file).Should().NotContain("hidden", "what is passed may be a password");

        world.Write("mlc.toml", world.Read("mlc.toml") + "[world]\nmax-jobs = 77\n");
        world.Prepare("--no-store", "--jobs", "3").With("SECRET", "hidden").With("HOME", "/elsewhere").Run().Exits(0);
        world.Began().Should().BeEmpty();
    }

    [FactNeeding("ninja")]
    public void A_phase_has_the_environment_that_is_declared_and_no_other()
    {
        using WorldUnderTest world = new("[world]\nmax-jobs = 5\n" + WorldUnderTest.Phase("env", "env -u PWD -u OLDPWD -u _ -u SHLVL | sort", "pass = ['HOME', 'ABSENT']", "environment = { KEY = 'a b', TZ = 'CET' }"));

        world.Prepare().With("HOME", "/home/x").With("OTHER", "1").With("LC_ALL", "de_DE.UTF-8").With("SOURCE_DATE_EPOCH", "86400").Run().Exits(0);

        world.Read(".mlc/world/log/env.log").Split('\n').Where(line => !line.StartsWith("PATH=", StringComparison.Ordinal))
            .Should().Equal("HOME=/home/x", "KEY=a b", "LC_ALL=C", "MAX_JOBS=5", "SOURCE_DATE_EPOCH=86400", "TZ=CET", "");
    }

    [FactNeeding("ninja")]
    public void Modes_do_not_depend_on_who_runs_mlc()
    {
        using WorldUnderTest world = new(WorldUnderTest.Phase("a", "echo > out", "outputs = ['out']"));

        world.Prepare().WithUmask("077").Run().Exits(0);

        File.GetUnixFileMode(world.At("out")).Should().Be((UnixFileMode)0b110_100_100);
        world.Read(".mlc/.gitignore").Should().Be("*\n");
    }

    [FactNeeding("ninja")]
    public void Phases_run_side_by_side_where_they_may()
    {
        // Each waits for the other, so neither would end by itself.
        static string Meet(string own, string other) => $"touch met.{own}; for i in $(seq 200); do test -e met.{other} && exit 0; sleep 0.1; done; exit 1";
        using WorldUnderTest world = new(WorldUnderTest.Phase("a", Meet("a", "b")) + WorldUnderTest.Phase("b", Meet("b", "a")));

        world.World("--jobs", "2").Exits(0);
        world.Began().Should().BeEquivalentTo("a", "b");
    }

    [FactNeeding("ninja", "git")]
    public void A_failure_is_shown_with_its_log_and_only_what_was_not_done_runs_again()
    {
        using WorldUnderTest world = Workspace();
        world.Write("mlc.toml", Platform.Replace("mkdir proto;", "for i in $(seq 25); do echo line $i; done; printf '\\033[31mred\\n'; test -e repaired || exit 7; mkdir proto;", StringComparison.Ordinal));

        Outcome failed = world.World("--keep-going").Exits(3);
        failed.Errors.Should().EndWith(
            "mlc: phase 'illumos' failed: exit status 7; its log is .mlc/world/log/illumos.log, which ends:\n" +
            string.Concat(Enumerable.Range(7, 19).Select(line => $"  | line {line}\n")) + "  | <U+001B>[31mred\n");
        failed.Output.Should().MatchRegex(@"strap    ran          \S+ s\nillumos  failed       \S+ s\nlivesrc  not reached  -\ntools    ran          \S+ s\n");
        world.Began().Should().BeEquivalentTo("strap", "illumos", "tools");

        world.World("--list").Exits(0).Output.Should().Be(
            "PHASE    NEEDS          STATE\n" +
            "strap    -              up to date\n" +
            "illumos  strap          would run: it failed when it last ran\n" +
            "livesrc  illumos strap  would run: it has not run yet\n" +
            "tools    -              up to date\n");
        world.Write("repaired", "");
        world.World().Exits(0);
        world.Began().Should().Equal("illumos", "livesrc");
    }

    [FactNeeding("ninja", "git")]
    public void Without_keep_going_nothing_is_begun_after_a_failure()
    {
        using WorldUnderTest world = new(WorldUnderTest.Phase("a", "exit 1") + WorldUnderTest.Phase("b", "true") + WorldUnderTest.Phase("c", "true", "after = ['b']"));

        world.World().Exits(3);
        int begun = world.Began().Length;
        begun.Should().BeLessThan(3);
        world.World("-k").Exits(3).Errors.Should().EndWith("mlc: phase 'a' failed: exit status 1; its log is .mlc/world/log/a.log, which is empty\n");
    }

    [FactNeeding("ninja")]
    public void What_a_phase_declares_it_must_make()
    {
        using WorldUnderTest world = new(WorldUnderTest.Phase("a", "echo well", "outputs = ['out/a', 'out/b']"));

        world.World().Exits(3).Errors.Should().EndWith(
            "mlc: phase 'a' failed: it ended well, and did not make out/a; its log is .mlc/world/log/a.log, which ends:\n  | well\n");
    }

    [FactNeeding("ninja")]
    public void What_was_made_before_is_removed_whatever_its_modes_and_kept_where_that_is_wanted()
    {
        const string Script = "mkdir -p out/deep; echo >> out/deep/$(cat n); chmod 0555 out/deep";
        using WorldUnderTest world = new(WorldUnderTest.Phase("a", Script, "sources = ['n']", "outputs = ['out']"));
        world.Write("n", "1");
        world.World().Exits(0);
        world.Write("n", "2");
        world.World().Exits(0);
        Directory.GetFiles(world.At("out/deep")).Select(Path.GetFileName).Should().Equal("2");

        world.Write("mlc.toml", WorldUnderTest.Phase("a", "chmod 0755 out/deep; " + Script, "sources = ['n']", "outputs = ['out']", "keep-outputs = true"));
        world.Write("n", "3");
        world.World().Exits(0);
        Directory.GetFiles(world.At("out/deep")).Select(Path.GetFileName).Should().BeEquivalentTo("2", "3");
    }

    [FactNeeding("ninja", "git")]
    public void What_is_missing_is_made_again_and_nothing_else()
    {
        using WorldUnderTest world = Workspace();
        world.World("--no-store").Exits(0);
        world.Began();

        Directory.Delete(world.At("proto.strap"), recursive: true);
        world.World("--dry-run", "illumos").Exits(0).Output.Should().Be("strap: would run\n  output proto.strap is missing\nillumos: up to date\n");
        world.World("--no-store").Exits(0);
        world.Began().Should().Equal("strap");
        Directory.Delete(world.At(".mlc"), recursive: true);
        world.World("--no-store").Exits(0);
        world.Began().Should().HaveCount(4);
    }

    [FactNeeding("ninja")]
    public void What_was_made_of_sources_that_changed_meanwhile_is_made_again()
    {
        using WorldUnderTest world = new(
            WorldUnderTest.Phase("a", "cat in/file > out; test -e calm || echo changed > in/file", "sources = ['in']", "outputs = ['out']") +
            WorldUnderTest.Phase("b", "cp out copy", "after = ['a']", "outputs = ['copy']"));
        world.Write("in/file", "first");

        Outcome first = world.World().Exits(0);
        first.Errors.Should().MatchRegex(@"a: done in \S+ s: source in changed: content while it ran, so it will run again\n")
            .And.MatchRegex(@"b: done in \S+ s: the sources of phase a changed while that ran, so this will run again, too\n");
        world.Write("calm", "");
        world.World().Exits(0);
        world.Read("copy").Should().Be("changed\n");
        world.Began().Should().Equal("a", "b", "a", "b");
        world.World().Exits(0);
        world.Began().Should().BeEmpty();

        // Back to what they were, to the byte: it was made of nobody knows what.
        File.Delete(world.At("calm"));
        world.Write("in/file", "first");
        world.World().Exits(0);
        world.Write("in/file", "first");
        world.Write("calm", "");
        world.World("--explain", "a").Exits(0).Output.Should().Be("a would run:\n  its sources changed while it last ran\n");
        world.World().Exits(0);
        world.Began().Should().Equal("a", "b", "a", "b");
    }

    [FactNeeding("ninja")]
    public void A_launcher_starts_the_command_and_changes_nothing_about_it()
    {
        const string Script = "echo hello > out";
        using WorldUnderTest world = new(WorldUnderTest.Phase("a", Script, "outputs = ['out']"));
        world.World("--no-store").Exits(0);
        world.Began();

        world.Write("launch", "#!/bin/sh\necho \"launched on $1\" >> began\nshift\nexec \"$@\"\n");
        File.SetUnixFileMode(world.At("launch"), (UnixFileMode)0b111_101_101);
        world.Write("mlc.toml", WorldUnderTest.Phase("a", Script, "outputs = ['out']", "launcher = ['./launch', 'node7']"));
        world.World("--no-store").Exits(0);
        world.Began().Should().BeEmpty("where it runs is no input");
        File.Delete(world.At("out"));
        world.World("--no-store").Exits(0);
        world.Began().Should().Equal("launched on node7", "a");
    }

    [Fact]
    public void Without_ninja_the_package_is_named()
    {
        using WorldUnderTest world = new("[[phase]]\nname = 'a'\ncommand = ['/bin/sh', '-c', 'true']\n");

        world.Prepare().With("PATH", "/nonexistent").Run().Exits(3).Errors
            .Should().Be("mlc: ninja, which runs the phases, is not installed, or not in $PATH; Debian has it in the package ninja-build\n");
    }

    [FactNeeding("ninja", "make", "gcc")]
    public void A_real_makefile_compiles_and_links()
    {
        using WorldUnderTest world = new("[[phase]]\nname = 'hello'\ncommand = ['make', '--no-print-directory', '-C', 'src', 'DESTDIR=../proto', 'install']\nsources = ['src']\noutputs = ['proto', 'src/hello.o']\n");
        world.Write("src/hello.c", "#include <stdio.h>\nint main(void) { return puts(\"hello\") < 0; }\n");
        world.Write("src/Makefile", "install: hello.o\n\tmkdir -p $(DESTDIR)/usr/bin\n\t$(CC) -o $(DESTDIR)/usr/bin/hello hello.o\n");

        world.World().Exits(0);
        ForeignTool.RunIn(world.Path, world.At("proto/usr/bin/hello")).Output.Should().Be("hello\n");
        world.World("-v").Exits(0).Errors.Should().Be("ninja: no work to do.\n");
        world.Read(".mlc/world/log/hello.log").Should().Contain("-o ../proto/usr/bin/hello hello.o");
    }
}
