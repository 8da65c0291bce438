using System.Diagnostics;
using ManifestLinker.Runtime.Tests.EndToEnd.Platforms;
using ManifestLinker.Testing;

namespace ManifestLinker.Runtime.Tests.EndToEnd;

/// <summary>Links with steps that are real programs.</summary>
public class StepTests
{
    private const string Step = """

        [[step]]
        name = "whatis"
        command = ["tools/whatis", "$ROOT"]
        inputs = ["usr/lib/**", "etc/motd"]
        tools = ["tools"]

        [[step.output]]
        path = "usr/share/whatis"
        mode = "0444"
        owner = "root"
        group = "bin"

        """;

    private const string Program = "cd \"$1\" && find . -printf '%P %m %T@ %l\\n' | sort > \"$OUT/usr/share/whatis\"";

    [Theory]
    [InlineData("077")]
    [InlineData("000")]
    public void The_outputs_do_not_depend_on_the_umask(string umask)
    {
        using TemporaryFolder one = Workspace(Program), two = Workspace(Program);

        Mlc.Run(one.Path, SmallPlatform.Link()).Exits(0);
        Mlc.In(two.Path, SmallPlatform.Link()).WithUmask(umask).Run().Exits(0);

        foreach (string name in new[] { ".inputs.json", ".spdx.json", ".spec", "/i86pc/amd64/boot_archive" })
            File.ReadAllBytes(two.At($"out/{SmallPlatform.Name}{name}")).Should().Equal(File.ReadAllBytes(one.At($"out/{SmallPlatform.Name}{name}")), name);
    }

    [FactNeeding("another user")]
    public void It_takes_no_privilege_to_run_a_step_over_closed_directories()
    {
        using TemporaryFolder here = Workspace("touch \"$OUT/usr/share/whatis\"; mkdir closed; chmod 0 closed", manifest: SmallPlatform.Manifest.Replace("d usr/lib 0755", "d usr/lib 0111", StringComparison.Ordinal));
        File.SetUnixFileMode(here.Path, (UnixFileMode)0x1ff);
        foreach (string file in here.Listing().Select(here.At).Where(name => name.Contains("/proto/", StringComparison.Ordinal) || name.Contains("/overlay/", StringComparison.Ordinal)).Where(File.Exists))
            File.SetUnixFileMode(file, (UnixFileMode)0x1a4);

        Mlc.In(here.Path, SmallPlatform.Link("out", "--no-audit", "--no-store")).Unprivileged().Run().Exits(0);

        here.Listing(".mlc").Should().Equal("steps", "steps/whatis", "steps/whatis.log", "steps/whatis/usr", "steps/whatis/usr/share", "steps/whatis/usr/share/whatis");
        // Whoever made the folder removes it.
        ForeignTool.RunIn("/", "chown", "-R", "--", Environment.UserName, here.Path);
    }

    [Fact]
    public void A_step_does_not_run_where_the_link_stops_anyhow()
    {
        using TemporaryFolder here = Workspace("exit 1", manifest: SmallPlatform.Manifest + "f etc/absent 0644 root sys\n");

        Mlc.Run(here.Path, SmallPlatform.Link()).Exits(1).Output.Should().Contain("'etc/absent'");

        Directory.Exists(here.At(".mlc")).Should().BeFalse();
    }

    [Fact]
    public void A_dry_run_runs_no_step()
    {
        using TemporaryFolder here = Workspace("exit 1");

        Mlc.Run(here.Path, SmallPlatform.Link("out", "--dry-run")).Exits(0).Output.Should().Contain("  step whatis: run tools/whatis $ROOT, which makes usr/share/whatis (of unknown size, and not counted here)\n");

        Directory.Exists(here.At(".mlc")).Should().BeFalse();
    }

    [Fact]
    public void What_was_found_is_told_where_a_step_fails()
    {
        using TemporaryFolder here = Workspace("echo broken >&2; exit 1");

        Outcome outcome = Mlc.Run(here.Path, SmallPlatform.Link()).Exits(3);

        outcome.Output.Should().Contain("MLC3010");
        outcome.Errors.Should().Be("  | broken\nmlc: the step 'whatis' failed: tools/whatis exited with status 1; all that it wrote is in .mlc/steps/whatis.log\n");
        Directory.Exists(here.At("out")).Should().BeFalse();
    }

    [Fact]
    public void A_tool_that_cannot_be_started_is_named()
    {
        using TemporaryFolder here = Workspace("");
        File.SetUnixFileMode(here.At("tools/whatis"), (UnixFileMode)0x1a4);

        Mlc.Run(here.Path, SmallPlatform.Link()).Exits(3).Errors.Should().MatchRegex("^mlc: .*tools/whatis cannot be started: Permission denied\n$");
    }

    [FactNeeding("env", "kill")]
    public void An_interrupt_ends_the_step_and_leaves_nothing()
    {
        using TemporaryFolder here = Workspace("echo begun; sleep 1000 & echo $! > {0}/pid.tmp; mv {0}/pid.tmp {0}/pid; wait");
        Launch launch = Mlc.In(here.Path, SmallPlatform.Link()).Behind("env", "--default-signal=INT,TERM");

        using Process process = launch.Start();
        SpinWait.SpinUntil(() => File.Exists(here.At("pid")), TimeSpan.FromMinutes(1)).Should().BeTrue("the step must have begun");
        ForeignTool.RunIn("/", "kill", "-INT", $"{process.Id}");
        Outcome outcome = launch.Finish(process);

        outcome.Exits(130).Errors.Should().Be("mlc: interrupted; nothing was changed\n");
        here.Listing().Should().NotContain(name => name.StartsWith(".mlc", StringComparison.Ordinal) || name.StartsWith("out", StringComparison.Ordinal));
        string sleeper = File.ReadAllText(here.At("pid")).Trim();
        SpinWait.SpinUntil(() => !Directory.Exists($"/proc/{sleeper}") || File.ReadAllText($"/proc/{sleeper}/stat").Contains(") Z ", StringComparison.Ordinal), TimeSpan.FromSeconds(10))
            .Should().BeTrue("what the step started ends with it");
    }

    private static TemporaryFolder Workspace(string program, string? manifest = null)
    {
        TemporaryFolder here = new();
        SmallPlatform.Write(here, manifest, SmallPlatform.Workspace + Step);
        File.SetUnixFileMode(here.Write("tools/whatis", $"#!/bin/sh\n{program.Replace("{0}", here.Path, StringComparison.Ordinal)}\n"), (UnixFileMode)0x1ed);
        return here;
    }
}
