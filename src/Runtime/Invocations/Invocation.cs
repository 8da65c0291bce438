using System.Globalization;
using ManifestLinker.Compiler.Host;
using ManifestLinker.Runtime.Rendering;

namespace ManifestLinker.Runtime.Invocations;

/// <summary>What a command works with besides its options: the host, the streams, the environment, the clock, and a way to be stopped.</summary>
internal sealed record Invocation
{
    /// <summary>The files.</summary>
    public required IHost Host { get; init; }

    /// <summary>What is read where <c>-</c> stands for a file.</summary>
    public Stream Input { get; init; } = Stream.Null;

    /// <summary>Where findings and listings go.</summary>
    public required Stream Output { get; init; }

    /// <summary>Where progress and errors that stop the run go.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>The environment variables, by name.</summary>
    public required Func<string, string?> Environment { get; init; }

    /// <summary>How this program is started: its path, or that of .NET and of its assembly.</summary>
    public IReadOnlyList<string> Program { get; init; } = ["mlc"];

    /// <summary>The clock, which is asked only for a build stamp that nobody gives, for what day it is, and for how long a pass took.</summary>
    public required TimeProvider Clock { get; init; }

    /// <summary>Whether standard output is a terminal.</summary>
    public required bool OutputIsTerminal { get; init; }

    /// <summary>Whether standard error is a terminal.</summary>
    public required bool ErrorIsTerminal { get; init; }

    /// <summary>Is cancelled when the user interrupts.</summary>
    public required CancellationToken Cancel { get; init; }

    /// <summary>The directory that relative paths start from.</summary>
    public string WorkingDirectory => Host.Files.Directory.GetCurrentDirectory();

    /// <summary>The seconds since 1970 UTC that SOURCE_DATE_EPOCH gives in place of the time; null where it is not set.</summary>
    /// <exception cref="UsageException">It is no such number.</exception>
    public int? SourceDate => Environment("SOURCE_DATE_EPOCH") switch
    {
        null or "" => null,
        { } epoch when int.TryParse(epoch, NumberStyles.None, CultureInfo.InvariantCulture, out int seconds) => seconds,
        { } epoch => throw new UsageException($"SOURCE_DATE_EPOCH={epoch} is no time", "it is a number of seconds since 1970, at most 2147483647"),
    };

    /// <summary>The day, in UTC, by which excuses expire.</summary>
    public DateOnly Today =>
        DateOnly.FromDateTime((SourceDate is { } seconds ? DateTimeOffset.FromUnixTimeSeconds(seconds) : Clock.GetUtcNow()).UtcDateTime);

    /// <summary>The colours for standard output, under the choice <c>auto</c>, <c>always</c> or <c>never</c>.</summary>
    public Palette Colours(string choice) => choice switch
    {
        "always" => Palette.Ansi,
        "never" => Palette.Plain,
        _ when Environment("NO_COLOR") is { Length: > 0 } => Palette.Plain,
        _ when Environment("CLICOLOR_FORCE") is { Length: > 0 } and not "0" => Palette.Ansi,
        _ => OutputIsTerminal ? Palette.Ansi : Palette.Plain,
    };
}
