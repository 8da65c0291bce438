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
        ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "FORCE_COLOR", "COLUMNS", "TERM", "BUILDSTAMP", "SOURCE_DATE_EPOCH", "CI", "GITHUB_ACTIONS"];

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
    public Launch WithUmask(string umask) => this with
    {
        Program = ForeignTool.Find("sh") ?? throw new InvalidOperationException("There is no shell."),
        Arguments = ["-c", $"umask {umask}; exec \"$@\"", "sh", Program, .. Arguments],
    };

    /// <summary>Runs the program to its end.</summary>
    public Outcome Run()
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

        using Process process = Process.Start(start) ?? throw new InvalidOperationException($"{Program} does not start.");
        process.StandardInput.Close();
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
