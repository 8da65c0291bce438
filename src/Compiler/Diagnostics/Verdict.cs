using ManifestLinker.Compiler.Rules;

namespace ManifestLinker.Compiler.Diagnostics;

/// <summary>The findings of a run after judgement.</summary>
public sealed record Verdict(IReadOnlyList<Finding> Findings, IReadOnlyList<Excused> Excused)
{
    /// <summary>What a baseline lists.</summary>
    public IReadOnlyList<Finding> Baselined { get; init; } = [];

    /// <summary>What was there already in the state that this one is compared with.</summary>
    public IReadOnlyList<Finding> Older { get; init; } = [];

    /// <summary>How many findings have <paramref name="severity"/>.</summary>
    public int Count(Severity severity) => Findings.Count(finding => finding.Severity == severity);

    /// <summary>How many findings are faults nobody knew of: all but those about a baseline that lists too many.</summary>
    public int CountNew => Findings.Count(finding => finding.Rule != StaleBaseline.Rule);

    /// <summary>Whether a finding is at or above <paramref name="threshold"/>; never where that is null.</summary>
    public bool Fails(Severity? threshold) => threshold is { } least && Findings.Any(finding => finding.Severity >= least);

    /// <summary>This verdict without what <paramref name="before"/> has as well, by the names of the findings.</summary>
    public Verdict Since(Verdict before)
    {
        var known = before.Findings.Select(finding => finding.Fingerprint).ToHashSet(StringComparer.Ordinal);
        ILookup<bool, Finding> isKnown = Findings.ToLookup(finding => known.Contains(finding.Fingerprint));
        return this with { Findings = [.. isKnown[false]], Older = [.. isKnown[true]] };
    }
}
