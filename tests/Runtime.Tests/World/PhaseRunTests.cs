using System.IO.Abstractions;
using ManifestLinker.Compiler.Host;
using ManifestLinker.Runtime.Invocations;
using ManifestLinker.Runtime.World.Facts;
using ManifestLinker.Runtime.World.Plan;
using ManifestLinker.Runtime.World.Run;
using ManifestLinker.Testing;

namespace ManifestLinker.Runtime.Tests.World;

/// <summary>One phase with a store: what it makes is kept, and comes back without a program having run.</summary>
public sealed class PhaseRunTests : IDisposable
{
    private const string Script = "echo run >> ran; echo $1; mkdir -p tree/deep; echo a > tree/deep/a; ln tree/deep/a tree/b; ln -s a tree/deep/link; chmod 0555 tree/deep/a; echo f > single; ln -s single arrow";

    private readonly TemporaryFolder here = new();
    private readonly StoreDouble store;
    private readonly WorldFolder folder;

    public PhaseRunTests()
    {
        store = new StoreDouble(here.At("store"));
        folder = WorldFolder.Of(here.Path);
        foreach (string needed in folder.Folders) Directory.CreateDirectory(needed);
        here.Write("in", "x");
    }

    public void Dispose() => here.Dispose();

    [Fact]
    public void What_is_kept_comes_back()
    {
        Run().Should().BeTrue();
        store.Asked.Should().Equal("restore miss", "keep", "keep", "keep", "keep");
        State().Status.Should().Be(PhaseStatus.Ran);
        string[] made = Made();
        made.Should().Contain("tree/deep/link l 777 1 a").And.Contain("tree/b f 555 2").And.Contain("tree/deep d 755 2");

        Forget();
        here.Write("tree/stale", "x");
        store.Asked.Clear();
        Run().Should().BeTrue();

        store.Asked.Should().Equal("restore hit", "restore hit", "restore hit", "restore hit");
        (State().Status, State().ExitStatus).Should().Be((PhaseStatus.Restored, null));
        Made().Should().Equal(made);
        File.ReadAllText(here.At("single")).Should().Be("f\n");
        new FileInfo(here.At("arrow")).LinkTarget.Should().Be("single");
        File.ReadAllText(here.At("ran")).Should().Be("run\n", "nothing ran");
        File.ReadAllText(folder.Log("p")).Should().Be("1\n", "the log is that of the run that made it");
        Directory.Exists(folder.Stage("p")).Should().BeFalse();
        Run().Should().BeTrue();
        store.Asked.Should().HaveCount(4, "what is there is not asked for");
    }

    [Fact]
    public void What_a_store_has_lost_in_part_is_made_again()
    {
        Run();
        string[] made = Made();
        for (int lost = 0; lost < 4; lost++)
        {
            Forget();
            store.Lose(lost);
            File.Delete(here.At("ran"));
            Run().Should().BeTrue();
            Made().Should().Equal(made);
            File.ReadAllText(here.At("ran")).Should().Be("run\n");
            Directory.Delete(here.At("store"), recursive: true);
            Forget();
            Run();
        }
    }

    [Fact]
    public void What_is_of_no_certain_sources_is_not_kept()
    {
        Run(script: Script + "; echo y > in").Should().BeTrue();

        store.Asked.Should().Equal("restore miss");
        State().Note.Should().Be("source in changed: content while it ran, so it will run again");
        Stamp.Read(new FileSystem(), folder.Stamp("p"))!.IsSettled.Should().BeFalse();
        store.Asked.Clear();
        here.Write("in", "x");
        Run(after: ["p"], name: "q").Should().BeTrue();
        store.Asked.Should().Equal("restore miss");
        PhaseState.Read(new FileSystem(), folder.State("q"))!.Note.Should().Be("the sources of phase p changed while that ran, so this will run again, too");
    }

    [Fact]
    public void What_came_to_what_was_there_is_not_kept()
    {
        Run(keepsOutputs: true);
        store.Asked.Should().Equal(["restore miss", "keep", "keep", "keep", "keep"], "there was nothing before");
        Forget();
        Directory.Delete(here.At("store"), recursive: true);
        store.Asked.Clear();

        Run(keepsOutputs: true, script: "echo more >> single");

        store.Asked.Should().Equal("restore miss");
        File.ReadAllText(here.At("single")).Should().Be("f\nmore\n");
    }

    [Fact]
    public void A_phase_that_makes_nothing_is_run_for_its_own_sake()
    {
        Run(outputs: [], script: "echo run >> ran").Should().BeTrue();
        Forget();
        Run(outputs: [], script: "echo run >> ran").Should().BeTrue();

        store.Asked.Should().BeEmpty();
        File.ReadAllText(here.At("ran")).Should().Be("run\nrun\n");
    }

    [Fact]
    public void A_failure_is_kept_nowhere_and_leaves_no_stamp()
    {
        Run();
        Forget();
        Directory.Delete(here.At("store"), recursive: true);
        store.Asked.Clear();

        Run(script: "exit 9").Should().BeFalse();

        store.Asked.Should().Equal("restore miss");
        (State().Status, State().ExitStatus, State().Note).Should().Be((PhaseStatus.Failed, 9, "exit status 9"));
        File.Exists(folder.Stamp("p")).Should().BeFalse();
    }

    [Fact]
    public void A_hook_stands_around_the_command_and_hears_how_it_ended()
    {
        int? ended = null;
        Run(script: "echo $WRAPPED; exit 5", hook: new PhaseHook(call => call with { Program = "/usr/bin/env", Arguments = ["WRAPPED=yes", call.Program, .. call.Arguments] }, status => ended = status)).Should().BeFalse();

        ended.Should().Be(5);
        File.ReadAllText(folder.Log("p")).Should().Be("yes\n");
    }

    private bool Run(bool keepsOutputs = false, string script = Script, string name = "p", string[]? after = null, PhaseHook? hook = null, string[]? outputs = null)
    {
        var job = new PhaseJob
        {
            Phase = name,
            WorkspaceFile = here.At("mlc.toml"),
            Directory = here.Path,
            Command = ["/bin/sh", "-euc", script, "sh", "1"],
            Variables = new Dictionary<string, string> { ["KEY"] = "value" },
            Passed = ["PATH"],
            After = after ?? [],
            Sources = new Dictionary<string, string> { ["in"] = here.At("in") },
            LeftOut = [],
            Outputs = outputs ?? [here.At("tree"), here.At("single"), here.At("arrow")],
            KeepsOutputs = keepsOutputs,
        };
        PhaseJob back = PhaseJob.Parse(job.ToBytes());
        back.Should().BeEquivalentTo(job);
        var facts = new FactList([new("source", "in", "content", "file 2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881")]);
        return new PhaseRun(TestInvocation.Plain, folder, back, facts, store, hook ?? PhaseHook.None, "run").Run(CancellationToken.None);
    }

    private void Forget() => File.Delete(folder.Stamp("p"));

    private PhaseState State() => PhaseState.Read(new FileSystem(), folder.State("p"))!;

    private string[] Made() => [.. new[] { "tree", "single", "arrow" }.SelectMany(name => ForeignTool.RunIn(here.Path, "find", name, "-printf", "%p %y %m %n %l\\n").Lines.Order(StringComparer.Ordinal))
        .Select(line => line.TrimEnd())];
}
