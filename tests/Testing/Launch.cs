using System.Diagnostics;
using Xunit.Sdk;

namespace ManifestLinker.Testing;

/// <summary>
/// A program about to run: arguments, working directory, environment. Standard input is closed, both streams are read, and a
/// run that exceeds its time limit is ended and fails the test.
/// </summary>
public sealed record Launch(string Program, IReadOnlyList<string> Arguments)
{
    /// <summary>Variables of whoever runs the tests that must not reach the program.</summary>
    private static readonly string[] Withheld =
        ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "FORCE_COLOR", "COLUMNS", "TERM", "BUILDSTAMP", "SOURCE_DATE_EPOCH", "CI", "GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY"];

    /// <summary>Where the program runs.</summary>
    public string Directory { get; init; } = "/";

    /// <summary>Variables set for the run; null takes one away.</summary>
    public IReadOnlyDictionary<string, string?> Environment { get; init; } = new Dictionary<string, string?>(StringComparer.Ordinal);

    /// <summary>How long the run may take; generous, for busy machines.</summary>
    public TimeSpan Limit { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>The same run with a variable set.</summary>
    public Launch With(string name, string? value) =>
        this with { Environment = new Dictionary<string, string?>(Environment, StringComparer.Ordinal) { [name] = value } };

    /// <summary>The same run under a umask.</summary>
    public Launch WithUmask(string umask) => Behind("sh", "-c", $"umask {umask}; exec \"$@\"", "sh");

    /// <summary>The same run with another program in front, such as <c>setpriv</c>, that starts it.</summary>
    public Launch Behind(string program, params string[] arguments) => this with
    {
        Program = ForeignTool.Find(program) ?? throw new InvalidOperationException($"{program} is not installed."),
        Arguments = [.. arguments, Program, .. Arguments],
    };

    /// <summary>The same run as a user without rights; needs <see cref="Machine.CanDropPrivilege"/>.</summary>
    public Launch Unprivileged() => Machine.IsRoot ? Behind("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups") : this;

    /// <summary>Runs the program to its end.</summary>
    public Outcome Run()
    {
        using Process process = Start();
        return Finish(process);
    }

    /// <summary>Starts the program, for who wants to disturb it before <see cref="Finish"/>.</summary>
    public Process Start()
    {
        ProcessStartInfo start = new(Program, Arguments)
        {
            UseShellExecute = false,
            WorkingDirectory = Directory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (string name in Withheld) start.Environment.Remove(name);
        foreach ((string name, string? value) in Environment)
        {
            if (value is null) start.Environment.Remove(name);
            else start.Environment[name] = value;
        }

        Process process = Process.Start(start) ?? throw new InvalidOperationException($"{Program} does not start.");
        process.StandardInput.Close();
        return process;
    }

    /// <summary>Waits for the started program, and reads what it says.</summary>
    public Outcome Finish(Process process)
    {
        using MemoryStream output = new(), errors = new();
        Task reading = Task.WhenAll(
            process.StandardOutput.BaseStream.CopyToAsync(output), process.StandardError.BaseStream.CopyToAsync(errors));
        if (!reading.Wait(Limit) || !process.WaitForExit(Limit))
        {
            process.Kill(entireProcessTree: true);
            throw new XunitException($"{Program} {string.Join(' ', Arguments)} did not end within {Limit.TotalSeconds} s.");
        }
        return new(this, process.ExitCode, output.ToArray(), errors.ToArray());
    }
}
