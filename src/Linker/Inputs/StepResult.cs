using ManifestLinker.Compiler.Ir;
using ManifestLinker.Linker.Digests;

namespace ManifestLinker.Linker.Inputs;

/// <summary>What became of a step that the workspace brings.</summary>
public sealed record StepResult(string Name, StepOutcome Outcome)
{
    /// <summary>The name of all that the outputs depend on, 64 hexadecimal digits; null where nothing was run for them.</summary>
    public string? Key { get; init; }

    /// <summary>The folder that recorded outputs were taken from, as the user gave it; null for none.</summary>
    public string? Recorded { get; init; }

    /// <summary>Why it was skipped.</summary>
    public string? Reason { get; init; }

    /// <summary>The outputs, in ordinal order.</summary>
    public IReadOnlyList<StepOutput> Outputs { get; init; } = [];
}

/// <summary>A file that a step made; the length is in bytes.</summary>
public sealed record StepOutput(ImagePath Path, long Length, Digest Sha256);

/// <summary>How a step came to its outputs.</summary>
public enum StepOutcome
{
    /// <summary>It was run.</summary>
    Ran,

    /// <summary>It had been run before with the same inputs, and what it made then was taken.</summary>
    Unchanged,

    /// <summary>Recorded outputs were taken.</summary>
    Recorded,

    /// <summary>A tool is missing, and the workspace lets the link go on.</summary>
    Skipped,
}
