using System.Diagnostics;

namespace ManifestLinker.Runtime.Tests.EndToEnd.Running;

/// <summary>
/// A program about to run: arguments, working directory, environment. Standard input is closed, both streams are read, and a
/// run that exceeds its time limit is ended and fails the test.
/// </summary>
internal sealed record Launch(string Program, IReadOnlyList<string> Arguments)
{
    /// <summary>Where the program runs.</summary>
    public string Directory { get; init; } = "/";

    /// <summary>Variables set for the run, on top of <see cref="Neutral"/>; null takes a variable away.</summary>
    public IReadOnlyDictionary<string, string?> Environment { get; init; } = new Dictionary<string, string?>(StringComparer.Ordinal);

    /// <summary>How long the run may take; generous, for busy machines.</summary>
    public TimeSpan Limit { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Variables of whoever runs the tests that must not reach the program.</summary>
    private static readonly string[] Neutral =
        ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "BUILDSTAMP", "SOURCE_DATE_EPOCH", "CI", "GITHUB_ACTIONS", "COLUMNS", "TERM", "FORCE_COLOR"];

    /// <summary>Starts the program; the caller ends it.</summary>
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
        foreach (string name in Neutral) start.Environment.Remove(name);
        foreach ((string name, string? value) in Environment)
        {
            if (value is null) start.Environment.Remove(name);
            else start.Environment[name] = value;
        }

        Process process = Process.Start(start) ?? throw new InvalidOperationException($"{Program} does not start.");
        process.StandardInput.Close();
        return process;
    }

    /// <summary>Runs the program to its end.</summary>
    public Outcome Run()
    {
        using Process process = Start();
        return Finish(process);
    }

    /// <summary>Waits for a started program and reads what it says.</summary>
    public Outcome Finish(Process process)
    {
        using MemoryStream output = new(), errors = new();
        Task reading = Task.WhenAll(
            process.StandardOutput.BaseStream.CopyToAsync(output),
            process.StandardError.BaseStream.CopyToAsync(errors));
        if (!reading.Wait(Limit) || !process.WaitForExit(Limit))
        {
            process.Kill(entireProcessTree: true);
            throw new Xunit.Sdk.XunitException($"{Program} {string.Join(' ', Arguments)} did not end within {Limit.TotalSeconds} s.");
        }
        return new(process.ExitCode, output.ToArray(), errors.ToArray());
    }
}
