using System.Diagnostics;
using ManifestLinker.Testing;

namespace ManifestLinker.Runtime.Tests.EndToEnd;

/// <summary>Pipes in the place of files: manifests may come from a program, images may not, and nothing waits for ever.</summary>
public class PipeTests
{
    [FactNeeding("bash")]
    public void A_manifest_may_come_from_a_program()
    {
        using TemporaryFolder here = new();

        Outcome outcome = Shell(here, "\"$0\" check --format concise <(echo 'x bad')");

        outcome.Exits(1).Output.Should().MatchRegex("^[^ ]+:1:1: error MLC1001 ");
        Shell(here, "echo 'd a 0755 root bin' | \"$0\" merge /dev/stdin").Exits(0).Output.Should().Be("d a 0755 root bin\n");
    }

    [FactNeeding("bash")]
    public void An_image_may_not()
    {
        using TemporaryFolder here = new();

        foreach (string command in new[] { "verify", "ls" })
            Shell(here, $"\"$0\" {command} <(echo nothing)").Exits(3).Errors.Should().MatchRegex("^mlc: [^ ]+ is no regular file\n$");
    }

    [FactNeeding("mkfifo", "env", "kill")]
    public void An_interrupt_is_heeded_while_a_command_waits_for_its_input()
    {
        using TemporaryFolder here = new();
        ForeignTool.RunIn(here.Path, "mkfifo", "pipe");

        foreach (string[] command in new[] { new[] { "check", "pipe" }, ["merge", "pipe"], ["link", "-m", "pipe", "."] }) Interrupt(here, command);
    }

    private static void Interrupt(TemporaryFolder here, string[] command)
    {
        Launch launch = Mlc.In(here.Path, command).Behind("env", "--default-signal=INT,TERM");
        using Process process = launch.Start();
        // Opening the other end waits until mlc has opened its own.
        using FileStream end = new(here.At("pipe"), FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);

        // The first one asks, and the second insists.
        for (int times = 0; times < 50 && !process.WaitForExit(200); times++) ForeignTool.Run("kill", "-INT", $"{process.Id}");

        launch.Finish(process).Exits(130).Errors.Should().NotContain("internal error");
    }

    private static Outcome Shell(TemporaryFolder here, string script) =>
        new Launch(ForeignTool.Find("bash")!, ["-c", script, Mlc.Binary]) { Directory = here.Path }.Run();
}
