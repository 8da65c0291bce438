using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Tree;
using ManifestLinker.Linker.Inputs;

namespace ManifestLinker.Runtime.Tests.Steps;

/// <summary>A step runs where something that it depends on has changed, sees what it declares, and is held to what it declares.</summary>
public class StepRunTests
{
    private const string Import = """
        [[step]]
        name = "import"
        command = ["tools/svccfg", "$ROOT", "$OUT/etc/repository.db"]
        inputs = ["lib/svc/**"]
        tools = ["tools"]

        [[step.output]]
        path = "etc/repository.db"
        mode = "0640"
        owner = "adm"
        group = "sys"

        """;

    private const string Concatenate = "cat \"$1\"/lib/svc/* > \"$2\"";

    [Fact]
    public void The_outputs_are_objects_of_the_image_with_the_declared_attributes()
    {
        using StepBench bench = Bench();

        FileTree after = bench.Run(Import, StepBench.Image(("lib/svc/a", "one\n"), ("lib/svc/b", "two\n"), ("etc/motd", "hello")));

        StepBench.Content(after, "etc/repository.db").Should().Be("one\ntwo\n");
        Inode made = after.Find(ImagePath.Parse("etc/repository.db"))!;
        (made.Permissions, made.Uid, made.Gid, made.Modified).Should().Be((0x1a0, 4U, 3U, bench.Time));
        StepBench.Content(after, "etc/motd").Should().Be("hello");
        bench.Results.Should().ContainSingle().Which.Outcome.Should().Be(StepOutcome.Ran);
        Directory.GetFileSystemEntries(bench.At(".mlc/steps")).Select(Path.GetFileName).Order().Should().Equal("import", "import.log");
    }

    [Fact]
    public void What_has_not_changed_is_not_run_again()
    {
        using StepBench bench = Bench();
        FileTree first = bench.Run(Import, StepBench.Image(("lib/svc/a", "one\n")));
        string? key = bench.Results.Single().Key;

        FileTree second = bench.Run(Import, StepBench.Image(("lib/svc/a", "one\n"), ("etc/motd", "not among the inputs")));

        bench.Results.Single().Outcome.Should().Be(StepOutcome.Unchanged);
        bench.Results.Single().Key.Should().Be(key);
        bench.Store.Kept.Should().Equal(key);
        File.ReadAllLines(bench.At("runs")).Should().HaveCount(1);
        StepBench.Content(second, "etc/repository.db").Should().Be(StepBench.Content(first, "etc/repository.db"));
    }

    public static TheoryData<string> Changes() => new("content", "name", "mode", "link", "tool", "command", "another tool", "mode of a tool");

    [Theory]
    [MemberData(nameof(Changes))]
    public void What_has_changed_is_run_again(string change)
    {
        using StepBench bench = Bench();
        bench.Run(Import, StepBench.Image(("lib/svc/a", "one\n")));
        string workspace = Import;
        FileTree image = StepBench.Image(("lib/svc/a", "one\n"));
        switch (change)
        {
            case "content": image = StepBench.Image(("lib/svc/a", "two\n")); break;
            case "name": image = StepBench.Image(("lib/svc/b", "one\n")); break;
            case "mode": image = new FileTree(image.Entries.Select(entry => entry.Path.Name == "a" ? entry with { Inode = NewInode.File(0x1ed, 0, entry.Inode.Content) } : entry)); break;
            case "link": image = new FileTree(image.Entries.Append(new(ImagePath.Parse("lib/svc/b"), NewInode.Link("a", 0)))); break;
            case "tool": bench.Script("tools/svccfg", $"echo again >> {bench.At("runs")}\n{Concatenate}"); break;
            case "another tool": File.WriteAllText(bench.At("tools/other"), ""); break;
            case "mode of a tool": File.SetUnixFileMode(bench.At("tools/plain"), (UnixFileMode)0x1ed); break;
            default: workspace = Import.Replace("\"$ROOT\"", "\"$ROOT/.\"", StringComparison.Ordinal); break;
        }

        bench.Run(workspace, image);

        bench.Results.Single().Outcome.Should().Be(StepOutcome.Ran);
        bench.Store.Kept.Should().OnlyHaveUniqueItems().And.HaveCount(2);
        File.ReadAllLines(bench.At("runs")).Should().HaveCount(2);
    }

    [Fact]
    public void The_time_is_among_what_a_step_depends_on_and_the_mode_of_the_result_is_not()
    {
        using StepBench bench = Bench();
        FileTree image = StepBench.Image(("lib/svc/a", "one\n"));
        bench.Run(Import, image);
        bench.Run(Import.Replace("0640", "0600", StringComparison.Ordinal), image);
        bench.Results.Single().Outcome.Should().Be(StepOutcome.Unchanged);
        bench.Time++;
        bench.Run(Import, image);
        bench.Results.Single().Outcome.Should().Be(StepOutcome.Ran);
    }

    [Fact]
    public void A_step_has_the_environment_that_is_promised_and_nothing_else()
    {
        using StepBench bench = Bench();
        bench.Script("tools/svccfg", "env | grep -v '^PWD=\\|^_=\\|^SHLVL=' | sort > \"$2\"; ls -A > \"$OUT/ls\"; find \"$ROOT\" | sort | sed \"s,$ROOT,,\" > \"$OUT/seen\"");

        FileTree after = bench.Run(
            Import + Output("ls") + Output("seen"),
            StepBench.Image(("lib/svc/a", "one\n"), ("lib/libc.so", "hidden"), ("etc/shadow", "hidden")));

        string top = bench.At(".mlc/steps/.import.partial");
        StepBench.Content(after, "etc/repository.db").Should().Be($"HOME={top}/work\nLC_ALL=C\nOUT={top}/import\nPATH=/usr/bin:/bin\nROOT={top}/root\nSOURCE_DATE_EPOCH=1000000000\nTMPDIR={top}/work\nTZ=UTC\n");
        StepBench.Content(after, "ls").Should().Be("tools\n", "it runs where its tools lie, and nothing else does");
        StepBench.Content(after, "seen").Should().Be("\n/lib\n/lib/svc\n/lib/svc/a\n");
    }

    [Fact]
    public void A_later_step_sees_what_an_earlier_one_made()
    {
        using StepBench bench = Bench();
        bench.Script("tools/wc", "wc -c < \"$1/etc/repository.db\" | tr -d ' ' > \"$OUT/size\"");

        FileTree after = bench.Run(
            Import + "[[step]]\nname = \"count\"\ncommand = [\"tools/wc\", \"$ROOT\"]\ninputs = [\"etc/repository.db\"]\ntools = [\"tools/wc\"]\n" + Output("size"),
            StepBench.Image(("lib/svc/a", "four")));

        StepBench.Content(after, "size").Should().Be("4\n");
        bench.Results.Select(result => result.Name).Should().Equal("import", "count");
    }

    [Fact]
    public void What_a_failed_step_made_is_neither_kept_nor_taken()
    {
        using StepBench bench = Bench();
        FileTree image = StepBench.Image(("lib/svc/a", "one\n"));
        bench.Run(Import, image);
        bench.Script("tools/svccfg", "echo half > \"$2\"; echo no such service; mkdir closed; touch closed/x; chmod 0 closed; exit 7");

        FluentActions.Invoking(() => bench.Run(Import, image)).Should().Throw<IOException>().WithMessage("the step 'import' failed: tools/svccfg exited with status 7; all that it wrote is in *import.log");

        bench.Errors.ToString().Should().Be("  | no such service\n");
        bench.Store.Kept.Should().HaveCount(1);
        Directory.GetFileSystemEntries(bench.At(".mlc/steps")).Select(Path.GetFileName).Order().Should().Equal("import", "import.log");
        File.ReadAllText(bench.At(".mlc/steps/import/etc/repository.db")).Should().Be("one\n", "that of the run before");
    }

    [Fact]
    public void Of_what_is_in_the_store_not_more_is_taken_than_is_declared()
    {
        using StepBench bench = Bench();
        FileTree image = StepBench.Image(("lib/svc/a", "one\n"));
        bench.Run(Import, image);
        File.WriteAllText(Path.Combine(bench.At("store"), bench.Store.Kept.Single(), "more"), "");

        FluentActions.Invoking(() => bench.Run(Import, image)).Should().Throw<IOException>().WithMessage("the step 'import' made more, which it does not declare*");
    }

    private static string Output(string path) => $"[[step.output]]\npath = \"{path}\"\nmode = \"0644\"\nowner = \"root\"\ngroup = \"root\"\n";

    private static StepBench Bench()
    {
        StepBench bench = new();
        bench.Script("tools/svccfg", $"echo run >> {bench.At("runs")}\n{Concatenate}");
        File.WriteAllText(bench.At("tools/plain"), "");
        return bench;
    }
}
