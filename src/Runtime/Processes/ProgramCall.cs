namespace ManifestLinker.Runtime.Processes;

/// <summary>A program that is to run: what a system call takes, and nothing that is inherited in silence.</summary>
internal sealed record ProgramCall
{
    /// <summary>The program's path, absolute or relative to mlc's working directory.</summary>
    public required string Program { get; init; }

    /// <summary>What it is given, the program's own name not among it.</summary>
    public required IReadOnlyList<string> Arguments { get; init; }

    /// <summary>The directory it runs in.</summary>
    public required string Directory { get; init; }

    /// <summary>Its whole environment.</summary>
    public required IReadOnlyDictionary<string, string> Environment { get; init; }
}
