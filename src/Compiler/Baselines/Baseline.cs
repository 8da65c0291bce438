using System.Globalization;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Rules;

namespace ManifestLinker.Compiler.Baselines;

/// <summary>
/// The findings that are known and put up with for now: at most one entry for a rule, path and detail, in ordinal order of
/// these.
/// </summary>
public sealed class Baseline
{
    private readonly Dictionary<(string Rule, string? Path, string Detail), int> counts;

    private Baseline(IEnumerable<KeyValuePair<(string Rule, string? Path, string Detail), int>> counts) => this.counts = new(counts);

    /// <summary>The baseline with these entries; of several for the same thing, the counts add up.</summary>
    public static Baseline Of(IEnumerable<BaselineEntry> entries) => new(entries
        .GroupBy(entry => (entry.Rule, entry.Path, entry.Detail))
        .Select(group => KeyValuePair.Create(group.Key, (int)Math.Min(int.MaxValue, group.Sum(entry => (long)entry.Count))))
        .Where(pair => pair.Value > 0));

    /// <summary>The baseline that lists all of <paramref name="findings"/> that one may list.</summary>
    public static Baseline Of(IEnumerable<Finding> findings, Policy policy) =>
        Of(findings.Where(finding => MayList(finding, policy)).Select(finding => Key(finding)).Select(key => new BaselineEntry(key.Rule, key.Path, key.Detail, 1)));

    /// <summary>The entries, in order.</summary>
    public IEnumerable<BaselineEntry> Entries => counts
        .Select(pair => new BaselineEntry(pair.Key.Rule, pair.Key.Path, pair.Key.Detail, pair.Value))
        .OrderBy(entry => entry.Rule, StringComparer.Ordinal)
        .ThenBy(entry => entry.Path, StringComparer.Ordinal)
        .ThenBy(entry => entry.Detail, StringComparer.Ordinal);

    /// <summary>How many findings it lists.</summary>
    public long Count => counts.Values.Sum(count => (long)count);

    /// <summary>
    /// <paramref name="verdict"/> without what is listed here, and with what is listed in vain, as far as <paramref name="scope"/>
    /// and <paramref name="policy"/> looked for it. Of several findings like each other, those in front are the known ones.
    /// </summary>
    public Verdict Hide(Verdict verdict, Policy policy, RunScope scope)
    {
        Dictionary<(string Rule, string? Path, string Detail), int> open = new(counts);
        var left = new List<Finding>();
        var known = new List<Finding>();
        foreach (Finding finding in verdict.Findings)
        {
            (string, string?, string) key = Key(finding);
            if (MayList(finding, policy) && open.GetValueOrDefault(key) is > 0 and int count)
            {
                open[key] = count - 1;
                known.Add(finding);
            }
            else
            {
                left.Add(finding);
            }
        }
        IEnumerable<Finding> stale = Entries
            .Select(entry => (Entry: entry, Open: open[(entry.Rule, entry.Path, entry.Detail)]))
            .Where(pair => pair.Open > 0 && WasLookedFor(pair.Entry, policy, scope))
            .Select(pair => policy.Weigh(StaleBaseline.At(pair.Entry, pair.Entry.Count - pair.Open)))
            .OfType<Finding>();
        return verdict with { Findings = [.. left.Concat(stale).Order(FindingOrder.Instance)], Baselined = known };
    }

    /// <summary>This baseline without what is not among <paramref name="findings"/> any more, as far as it was looked for; it never grows.</summary>
    public Baseline Shrunk(IEnumerable<Finding> findings, Policy policy, RunScope scope)
    {
        Baseline found = Of(findings, policy);
        return Of(Entries.Select(entry => WasLookedFor(entry, policy, scope)
            ? entry with { Count = Math.Min(entry.Count, found.counts.GetValueOrDefault((entry.Rule, entry.Path, entry.Detail))) }
            : entry));
    }

    // What is said of a baseline cannot stand in it, and a locked rule cannot be hidden.
    private static bool MayList(Finding finding, Policy policy) => finding.Rule != StaleBaseline.Rule && !policy.IsLocked(finding.Rule);

    // A rule that is known no more will not be found again.
    private static bool WasLookedFor(BaselineEntry entry, Policy policy, RunScope scope) =>
        RuleTable.Find(entry.Rule) is not { } rule || (policy.Counts(rule) && (rule.Phase == Phase.Judgement || scope.Phases.Contains(rule.Phase)));

    private static (string Rule, string? Path, string Detail) Key(Finding finding) =>
        (finding.Rule.Id, finding.Subject is { } subject ? Plain(subject.Path) : null, Plain(finding.DetailKey));

    // A byte that is not UTF-8 is half a surrogate pair here, and no text elsewhere can hold it.
    private static string Plain(string text) => text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') < 0
        ? text
        : string.Concat(text.Select(unit => char.IsSurrogate(unit) ? string.Create(CultureInfo.InvariantCulture, $"\\u{(int)unit:x4}") : unit.ToString()));
}
