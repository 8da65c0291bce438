namespace ManifestLinker.Runtime.Workspace;

/// <summary><c>[[phase]]</c>: a program that makes a part of what the platform is linked from. Paths are as written.</summary>
internal sealed record PhaseSection
{
    /// <summary>What it is called, and what the files about it are called after.</summary>
    public required Placed<string> Name { get; init; }

    /// <summary>The program and its arguments; no shell reads them.</summary>
    public required IReadOnlyList<Placed<string>> Command { get; init; }

    /// <summary>Where it runs; null for the directory of the workspace file.</summary>
    public Placed<string>? Directory { get; init; }

    /// <summary>Variables that it is given.</summary>
    public IReadOnlyList<KeyValuePair<string, Placed<string>>> Environment { get; init; } = [];

    /// <summary>Variables that it is given as mlc has them.</summary>
    public IReadOnlyList<Placed<string>> Pass { get; init; } = [];

    /// <summary>Files and directories that it reads.</summary>
    public IReadOnlyList<Placed<string>> Sources { get; init; } = [];

    /// <summary>The phases that must be done before.</summary>
    public IReadOnlyList<Placed<string>> After { get; init; } = [];

    /// <summary>Files and directories that it makes.</summary>
    public IReadOnlyList<Placed<string>> Outputs { get; init; } = [];

    /// <summary>Whether what it made before stays where it runs again.</summary>
    public bool KeepsOutputs { get; init; }

    /// <summary>A program that starts the command elsewhere, with its arguments; empty for none.</summary>
    public IReadOnlyList<Placed<string>> Launcher { get; init; } = [];

    /// <summary>Patterns for what it may read without declaring it.</summary>
    public IReadOnlyList<Placed<string>> TraceIgnore { get; init; } = [];
}
