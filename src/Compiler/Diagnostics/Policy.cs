namespace ManifestLinker.Compiler.Diagnostics;

/// <summary>What the user makes of the rules: which count, how much, and what is excused.</summary>
public sealed record Policy
{
    /// <summary>Only these rules (ids, names, beginnings of ids); all where empty.</summary>
    public IReadOnlyList<string> Select { get; init; } = [];

    /// <summary>Not these rules.</summary>
    public IReadOnlyList<string> Ignore { get; init; } = [];

    /// <summary>Another severity for a rule; null switches it off.</summary>
    public IReadOnlyList<KeyValuePair<string, Severity?>> Severities { get; init; } = [];

    /// <summary>The excuses.</summary>
    public IReadOnlyList<Suppression> Suppressions { get; init; } = [];

    /// <summary>
    /// The excuses that come with the profile. They are never stale, because nobody wrote them for this platform; and they do
    /// not hold for a rule that is given a severity by its whole id or name: who does so wants to see it.
    /// </summary>
    public IReadOnlyList<Suppression> BuiltIn { get; init; } = [];

    /// <summary>
    /// Whether findings of <paramref name="rule"/> can be left after judgement, so that it is worth looking for them. A rule that
    /// is opt-in counts where it is selected by its whole id or name, or given a severity so.
    /// </summary>
    public bool Counts(Rule rule)
    {
        if (Select.Count > 0 && !Select.Any(rule.Matches)) return false;
        if (Ignore.Any(rule.Matches)) return false;
        if (Changed(rule) is { } changed) return changed.Severity is not null && (!rule.OptIn || rule.IsCalled(changed.Selector) || Select.Any(rule.IsCalled));
        return !rule.OptIn || Select.Any(rule.IsCalled);
    }

    /// <summary>Whether the user asks for <paramref name="rule"/> by its whole id or name.</summary>
    public bool Names(Rule rule) => Counts(rule)
        && (Select.Any(rule.IsCalled) || Severities.Any(pair => pair.Value is not null && rule.IsCalled(pair.Key)));

    /// <summary>Judges <paramref name="findings"/>: what is left in the order it is shown, and what was excused.</summary>
    public Verdict Judge(IEnumerable<Finding> findings)
    {
        var left = new List<Finding>();
        var excused = new List<Excused>();
        foreach (Finding found in InOrder(findings))
        {
            if (!Counts(found.Rule)) continue;
            Finding finding = Changed(found.Rule)?.Severity is { } severity ? found with { Severity = severity } : found;
            if (ExcuseFor(finding) is { } by) excused.Add(new(finding, by));
            else left.Add(finding);
        }
        return new Verdict(left, excused);
    }

    private Suppression? ExcuseFor(Finding finding) =>
        Suppressions.FirstOrDefault(suppression => suppression.Excuses(finding))
        ?? (Severities.Any(pair => finding.Rule.IsCalled(pair.Key)) ? null : BuiltIn.FirstOrDefault(suppression => suppression.Excuses(finding)));

    // The last word counts.
    private (string Selector, Severity? Severity)? Changed(Rule rule) =>
        Severities.LastOrDefault(pair => rule.Matches(pair.Key)) is { Key: not null } changed ? (changed.Key, changed.Value) : null;

    // Repetitions are counted before anything is left out, so that a finding keeps its name whatever becomes of the others.
    private static IEnumerable<Finding> InOrder(IEnumerable<Finding> findings)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (Finding finding in findings.Order(FindingOrder.Instance))
        {
            int before = seen.GetValueOrDefault(finding.Fingerprint);
            seen[finding.Fingerprint] = before + 1;
            yield return before == 0 ? finding : finding with { Repetition = before };
        }
    }
}

/// <summary>A finding that somebody has excused.</summary>
public sealed record Excused(Finding Finding, Suppression By);
