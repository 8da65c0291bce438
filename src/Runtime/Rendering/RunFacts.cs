using ManifestLinker.Compiler.Diagnostics;

namespace ManifestLinker.Runtime.Rendering;

/// <summary>A phase that was left out, and why, in a few words.</summary>
internal sealed record SkippedPhase(Phase Phase, string Why);

/// <summary>What a run was, besides what it found.</summary>
internal sealed record RunFacts
{
    /// <summary>The command, as <c>check</c>.</summary>
    public required string Command { get; init; }

    /// <summary>The directory that file names are shown relative to; a full path.</summary>
    public required string WorkingDirectory { get; init; }

    /// <summary>The phases that ran, in their order.</summary>
    public required IReadOnlyList<Phase> Phases { get; init; }

    /// <summary>The phases that did not.</summary>
    public IReadOnlyList<SkippedPhase> Skipped { get; init; } = [];

    /// <summary>From which severity on the run fails; null for never.</summary>
    public Severity? FailOn { get; init; } = Severity.Error;

    /// <summary>Whether programs are told what is excused and what a baseline hides, too.</summary>
    public bool ShowSuppressed { get; init; }

    /// <summary>Whether people want nothing but the findings: no counts, and not what was left out.</summary>
    public bool Quiet { get; init; }
}
