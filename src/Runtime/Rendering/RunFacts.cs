using ManifestLinker.Compiler.Diagnostics;

namespace ManifestLinker.Runtime.Rendering;

/// <summary>A phase that was left out, and why, in a few words.</summary>
internal sealed record SkippedPhase(Phase Phase, string Why);

/// <summary>A manifest that was read, and the component it belongs to.</summary>
internal sealed record ReadManifest(string Component, string File);

/// <summary>What a run was, besides what it found.</summary>
internal sealed record RunFacts
{
    /// <summary>The command, as <c>check</c>.</summary>
    public required string Command { get; init; }

    /// <summary>The directory that file names are shown relative to; a full path.</summary>
    public required string WorkingDirectory { get; init; }

    /// <summary>The file that stands for all that was read, where a format wants a file and a finding has none.</summary>
    public required string Input { get; init; }

    /// <summary>The manifests that were read, in the order they count; none where the run is about an image.</summary>
    public IReadOnlyList<ReadManifest> Manifests { get; init; } = [];

    /// <summary>The rules that were looked for, by id.</summary>
    public required IReadOnlyList<Rule> Rules { get; init; }

    /// <summary>The phases that ran, in their order.</summary>
    public required IReadOnlyList<Phase> Phases { get; init; }

    /// <summary>The phases that did not.</summary>
    public IReadOnlyList<SkippedPhase> Skipped { get; init; } = [];

    /// <summary>From which severity on the run fails; null for never.</summary>
    public Severity? FailOn { get; init; } = Severity.Error;

    /// <summary>The exit status of the run; null where it is not known yet.</summary>
    public int? ExitCode { get; init; }

    /// <summary>Whether programs are told what is excused and what a baseline hides, too.</summary>
    public bool ShowSuppressed { get; init; }

    /// <summary>Whether people want nothing but the findings: no counts, and not what was left out.</summary>
    public bool Quiet { get; init; }

    /// <summary>What was mended; null where nothing was to be.</summary>
    public FixFacts? Fixes { get; init; }

    /// <summary>Whether a baseline is in use.</summary>
    public bool HasBaseline { get; init; }
}
