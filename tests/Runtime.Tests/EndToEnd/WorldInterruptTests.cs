using System.Diagnostics;
using ManifestLinker.Runtime.Tests.World;
using ManifestLinker.Testing;

namespace ManifestLinker.Runtime.Tests.EndToEnd;

/// <summary>However a run of <c>mlc world</c> ends, the next one gives what it would have given.</summary>
public class WorldInterruptTests
{
    private static readonly string[] Outputs = ["one", "two", "three"];

    // Long enough to be hit, and each leaves half of what it makes where it is hit.
    private static readonly string Slow =
        WorldUnderTest.Phase("one", "echo $$ > pid; mkdir one; for i in 1 2 3 4 5 6; do echo $i > one/$i; sleep 0.05; done", "outputs = ['one']") +
        WorldUnderTest.Phase("two", "mkdir two; for i in 1 2 3 4 5 6; do cat one/$i > two/$i; sleep 0.05; done", "after = ['one']", "outputs = ['two']") +
        WorldUnderTest.Phase("three", "mkdir -p three/deep; for i in 1 2 3 4 5 6; do echo x > three/deep/$i; sleep 0.05; done; chmod 0555 three/deep", "outputs = ['three']");

    private static readonly string Endless = WorldUnderTest.Phase("endless", "mkdir out; echo $$ > pid; sleep 600 & wait", "outputs = ['out']");

    [FactNeeding("ninja", "kill", "env")]
    public void An_interrupted_run_ends_its_phases_and_says_so() => Ends("INT");

    [FactNeeding("ninja", "kill", "env")]
    public void A_terminated_run_ends_its_phases_and_says_so() => Ends("TERM");

    [FactNeeding("ninja", "kill")]
    public void A_killed_run_ends_its_phases()
    {
        using WorldUnderTest world = new(Endless);
        using Process process = world.Prepare().Start();
        int phase = PhaseOf(world);

        process.Kill();

        WorldUnderTest.Await(() => !Directory.Exists($"/proc/{phase}"), "the phase ends with the mlc that started it");
        world.World("--explain", "endless").Exits(0).Output.Should().Be("endless would run:\n  it was interrupted when it last ran\n");
    }

    [FactNeeding("ninja", "kill")]
    public void Whatever_is_killed_and_whenever_the_next_run_gives_the_same()
    {
        string[] whole;
        using (WorldUnderTest undisturbed = new(Slow))
        {
            undisturbed.World("--jobs", "2").Exits(0);
            whole = undisturbed.Made(Outputs);
        }
        whole.Should().HaveCount(19);

        var random = new Random(20260101);
        using WorldUnderTest world = new(Slow);
        int killed = 0;
        for (int round = 0; round < 20; round++)
        {
            // Every other run begins with what the killed one before has left.
            if (round % 2 == 1) Forget(world);
            // What comes from the store is killed on its way as well.
            using Process process = world.Prepare(["--jobs", "2", .. round % 4 == 0 ? Array.Empty<string>() : ["--no-store"]]).Start();
            Thread.Sleep(random.Next(100, 1400));
            // mlc itself, or ninja, or what runs a phase, or a program of the phase.
            int[] family = [process.Id, .. Descendants(process.Id)];
            int victim = family[random.Next(family.Length)];
            if (!process.HasExited) killed++;
            ForeignTool.Run("kill", "-KILL", $"{victim}");
            process.WaitForExit(60_000).Should().BeTrue();

            if (round % 2 == 1) continue;
            world.World("--jobs", "2", "--no-store").Exits(0);
            world.Made(Outputs).Should().Equal(whole, "in round {0}", round);
        }
        killed.Should().BeGreaterThan(8, "or the test kills nobody");
        world.World().Exits(0);
        world.Made(Outputs).Should().Equal(whole);
    }

    [FactNeeding("ninja", "kill")]
    public void The_next_run_waits_for_what_a_killed_one_left_running()
    {
        using WorldUnderTest world = new(WorldUnderTest.Phase("a", "echo $PPID > runner; echo $$ > pid; while test ! -e go; do sleep 0.1; done; mkdir -p out; echo made > out/a", "outputs = ['out']"));
        Launch first = world.Prepare();
        using Process process = first.Start();
        int phase = PhaseOf(world);
        // Whoever would end the phase is gone before it can.
        ForeignTool.RunIn("/", "kill", "-KILL", world.Read("runner").Trim());
        Outcome killed = first.Finish(process).Exits(3);
        killed.Output.Should().Contain("a      interrupted");
        killed.Errors.Should().EndWith("mlc: phase 'a' failed: the process that ran it was killed; its log is .mlc/world/log/a.log, which is empty\n");
        Directory.Exists($"/proc/{phase}").Should().BeTrue();

        Launch next = Heard(world);
        using Process waiting = next.Start();
        WorldUnderTest.Await(() => Said(world).Contains('\n', StringComparison.Ordinal), "the next run says that it waits");
        waiting.HasExited.Should().BeFalse();
        world.Write("go", "");
        next.Finish(waiting).Exits(0);

        Said(world).Should().StartWith("mlc: waiting for what an earlier run left running: ").And.Contain($"process {phase} (sh)");
        world.Began().Should().Equal("a", "a");
    }

    [FactNeeding("ninja")]
    public void Two_at_once_take_turns()
    {
        using WorldUnderTest world = new(WorldUnderTest.Phase("a", "echo $$ > pid; while test ! -e go; do sleep 0.1; done; echo made > out", "outputs = ['out']"));
        Launch one = world.Prepare(), two = Heard(world);
        using Process first = one.Start();
        PhaseOf(world);
        using Process second = two.Start();
        WorldUnderTest.Await(() => Said(world).Contains('\n', StringComparison.Ordinal), "the second says that it waits");
        world.World("--explain", "a").Exits(0).Output.Should().Be("a would run:\n  it runs now\n");
        world.Write("go", "");

        one.Finish(first).Exits(0);
        two.Finish(second).Exits(0);
        Said(world).Should().Be($"mlc: waiting for another mlc world in this workspace (process {first.Id})\n");
        world.Began().Should().Equal("a");
    }

    // What goes to standard error can be read while it still runs.
    private static Launch Heard(WorldUnderTest world) => world.Prepare().Behind("sh", "-c", "exec \"$@\" 2>said", "sh");

    private static string Said(WorldUnderTest world) => world.Has("said") ? world.Read("said") : "";

    private static void Ends(string signal)
    {
        using WorldUnderTest world = new(Endless);
        // Who runs the tests may have told its children to ignore the signal.
        Launch launch = world.Prepare().Behind("env", "--default-signal=INT,TERM");
        using Process process = launch.Start();
        int phase = PhaseOf(world);

        ForeignTool.RunIn("/", "kill", $"-{signal}", $"{process.Id}");

        Outcome outcome = launch.Finish(process).Exits(130);
        outcome.Errors.Should().EndWith("mlc: interrupted; phases that were done stay done, and what was begun is begun anew\n");
        outcome.Output.Should().Contain("endless  interrupted");
        Directory.Exists($"/proc/{phase}").Should().BeFalse();
        world.World("--list").Exits(0).Output.Should().Contain("endless  -      would run: it was interrupted when it last ran");
    }

    // The process of the phase, once it runs.
    private static int PhaseOf(WorldUnderTest world)
    {
        WorldUnderTest.Await(() => world.Has("pid") && world.Read("pid").EndsWith('\n'), "the phase runs");
        return int.Parse(world.Read("pid"), System.Globalization.CultureInfo.InvariantCulture);
    }

    private static void Forget(WorldUnderTest world)
    {
        foreach (string output in Outputs.Where(output => world.Has($".mlc/world/{output}.stamp"))) File.Delete(world.At($".mlc/world/{output}.stamp"));
    }

    private static IEnumerable<int> Descendants(int process)
    {
        string[] found;
        try
        {
            found = [.. Directory.GetDirectories($"/proc/{process}/task").SelectMany(task => File.ReadAllText($"{task}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries))];
        }
        catch (IOException)
        {
            return [];
        }
        return found.Select(child => int.Parse(child, System.Globalization.CultureInfo.InvariantCulture)).SelectMany(child => Descendants(child).Prepend(child));
    }
}
