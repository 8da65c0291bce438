using ManifestLinker.Compiler.Rules;

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

    /// <summary>The rules that nothing here can silence (ids, names, beginnings of ids).</summary>
    public IReadOnlyList<string> Locked { get; init; } = [];

    /// <summary>Where <see cref="Ignore"/> and <see cref="Severities"/> have their selectors from, for those that stand in a file.</summary>
    public IReadOnlyDictionary<string, Location> Places { get; init; } = new Dictionary<string, Location>(StringComparer.Ordinal);

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
        bool locked = IsLocked(rule);
        if (!locked && Ignore.Any(rule.Matches)) return false;
        if (Changed(rule) is { } changed) return (locked || changed.Severity is not null) && (!rule.OptIn || rule.IsCalled(changed.Selector) || Select.Any(rule.IsCalled));
        return !rule.OptIn || Select.Any(rule.IsCalled);
    }

    /// <summary>The rules that are looked for in these phases, by id.</summary>
    public IReadOnlyList<Rule> RulesOf(IReadOnlyList<Phase> phases) => [.. RuleTable.All.Where(rule => phases.Contains(rule.Phase) && Counts(rule))];

    /// <summary>Whether the user asks for <paramref name="rule"/> by its whole id or name.</summary>
    public bool Names(Rule rule) => Counts(rule)
        && (Select.Any(rule.IsCalled) || Severities.Any(pair => pair.Value is not null && rule.IsCalled(pair.Key)));

    /// <summary>
    /// Judges <paramref name="findings"/>: what is left in the order it is shown, and what was excused. With
    /// <paramref name="scope"/>, the excuses are judged as well: one that has expired excuses nothing, and one that is not needed,
    /// or may not be, is a finding itself.
    /// </summary>
    public Verdict Judge(IEnumerable<Finding> findings, RunScope? scope = null)
    {
        var judgement = new Judgement(this, scope);
        judgement.Hear(Numbered(findings));
        return judgement.Verdict();
    }

    /// <summary><paramref name="finding"/> as it counts here; null where its rule does not.</summary>
    public Finding? Weigh(Finding finding)
    {
        if (!Counts(finding.Rule)) return null;
        if (Changed(finding.Rule)?.Severity is not { } severity) return finding;
        return IsLocked(finding.Rule) && severity < finding.Severity ? finding : finding with { Severity = severity };
    }

    /// <summary>Whether <paramref name="rule"/> cannot be silenced.</summary>
    public bool IsLocked(Rule rule) => Locked.Any(rule.Matches);

    /// <summary>
    /// <paramref name="findings"/> in the order they are shown, each with the number of those like it before. It is given before
    /// anything is left out, so that a finding keeps its name whatever becomes of the others.
    /// </summary>
    internal static IEnumerable<Finding> Numbered(IEnumerable<Finding> findings)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (Finding finding in findings.Order(FindingOrder.Instance))
        {
            string name = finding.Fingerprint;
            int before = seen.GetValueOrDefault(name);
            seen[name] = before + 1;
            yield return before == 0 ? finding : finding with { Repetition = before };
        }
    }

    /// <summary>The excuse of the profile for <paramref name="finding"/>; null where there is none, or somebody wants to see it.</summary>
    internal Suppression? BuiltInExcuse(Finding finding) => IsLocked(finding.Rule) || Severities.Any(pair => finding.Rule.IsCalled(pair.Key))
        ? null
        : BuiltIn.FirstOrDefault(suppression => suppression.Excuses(finding));

    // The last word counts.
    private (string Selector, Severity? Severity)? Changed(Rule rule) =>
        Severities.LastOrDefault(pair => rule.Matches(pair.Key)) is { Key: not null } changed ? (changed.Key, changed.Value) : null;
}
