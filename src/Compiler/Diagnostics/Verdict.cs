namespace ManifestLinker.Compiler.Diagnostics;

/// <summary>The findings of a run after judgement.</summary>
public sealed record Verdict(IReadOnlyList<Finding> Findings, IReadOnlyList<Excused> Excused)
{
    /// <summary>How many findings have <paramref name="severity"/>.</summary>
    public int Count(Severity severity) => Findings.Count(finding => finding.Severity == severity);

    /// <summary>Whether a finding is at or above <paramref name="threshold"/>; never where that is null.</summary>
    public bool Fails(Severity? threshold) => threshold is { } least && Findings.Any(finding => finding.Severity >= least);
}
