using ManifestLinker.Compiler.Rules;

namespace ManifestLinker.Compiler.Diagnostics;

/// <summary>One application of a <see cref="Policy"/> to the findings of a run: first the findings are judged, then the excuses.</summary>
internal sealed class Judgement(Policy policy, RunScope? scope)
{
    private readonly List<Finding> heard = [];
    private readonly Dictionary<string, int> named = new(StringComparer.Ordinal);
    private readonly Dictionary<(string File, int Line), List<Finding>> byLine = [];
    private readonly Dictionary<Finding, Suppression> excuses = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Suppression, Finding> uses = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Suppression, Finding> refused = new(ReferenceEqualityComparer.Instance);
    private bool canLookUp;

    /// <summary>Judges <paramref name="findings"/>, which are numbered.</summary>
    public void Hear(IEnumerable<Finding> findings)
    {
        Finding[] all = [.. findings];
        foreach (Finding finding in all) Add(finding);
        // What an excuse is needed for counts before any other excuse: that two fit makes neither of them useless.
        foreach (Suppression suppression in policy.Suppressions) Apply(suppression, ReachOf(suppression));
        foreach (Finding finding in heard)
        {
            if (!excuses.ContainsKey(finding) && policy.BuiltInExcuse(finding) is { } excuse) excuses.Add(finding, excuse);
        }
        if (scope is null) return;
        canLookUp = !all.Any(finding => finding.Rule == SearchDirMissing.Rule);
        foreach (Finding about in UnsuppressibleSuppressed.Check(policy, all)) AddAbout(about);
        // A directive may excuse what is found about those that stand below it: the lowest comes first.
        IEnumerable<Suppression> fromBelow = policy.Suppressions.OrderByDescending(suppression => suppression.Location?.Line ?? 0);
        foreach (Suppression suppression in fromBelow.Where(s => s.IsInline).Concat(policy.Suppressions.Where(s => !s.IsInline)))
        {
            Apply(suppression, [.. ReachOf(suppression).Where(finding => finding.Rule.Phase == Phase.Judgement)]);
            if (About(suppression, scope) is { } about) AddAbout(about);
        }
    }

    /// <summary>What came out.</summary>
    public Verdict Verdict()
    {
        var left = new List<Finding>();
        var excused = new List<Excused>();
        foreach (Finding finding in heard.Order(FindingOrder.Instance))
        {
            if (excuses.TryGetValue(finding, out Suppression? suppression)) excused.Add(new(finding, suppression));
            else left.Add(finding);
        }
        return new Verdict(left, excused);
    }

    private void Add(Finding found)
    {
        if (policy.Weigh(found) is not { } finding) return;
        heard.Add(finding);
        if (finding.Location is not { } at) return;
        if (!byLine.TryGetValue((at.File, at.Line), out List<Finding>? there)) byLine.Add((at.File, at.Line), there = []);
        there.Add(finding);
    }

    private void AddAbout(Finding about)
    {
        string name = about.Fingerprint;
        int before = named.GetValueOrDefault(name);
        named[name] = before + 1;
        Add(about with { Repetition = before });
    }

    private IReadOnlyList<Finding> ReachOf(Suppression suppression)
    {
        if (!suppression.IsInline) return heard;
        if (suppression.FirstLine == suppression.Line) return On(suppression.Line);
        return [.. Enumerable.Range(suppression.FirstLine, suppression.Line - suppression.FirstLine + 1).SelectMany(On)];

        IReadOnlyList<Finding> On(int line) => OnLine(suppression.File!, line);
    }

    private IReadOnlyList<Finding> OnLine(string file, int line) => byLine.GetValueOrDefault((file, line)) ?? [];

    // A directive that stands before no entry was meant for the line above it, or for the one behind the gap.
    private IEnumerable<Finding> NearTo(Suppression suppression)
    {
        IEnumerable<Finding> near = suppression switch
        {
            { IsInline: false } => heard,
            { Location: { } at, IsBeforeNothing: true } => OnLine(suppression.File!, at.Line - 1).Concat(OnLine(suppression.File!, suppression.Line + 1)),
            _ => [],
        };
        return near.Where(finding => !excuses.ContainsKey(finding) && finding.Rule.Matches(suppression.Rule));
    }

    private void Apply(Suppression suppression, IReadOnlyList<Finding> reach)
    {
        foreach (Finding finding in reach)
        {
            if (!suppression.Excuses(finding)) continue;
            if (policy.IsLocked(finding.Rule))
            {
                refused.TryAdd(suppression, finding);
                continue;
            }
            uses.TryAdd(suppression, finding);
            if (!HasExpired(suppression)) excuses.TryAdd(finding, suppression);
        }
    }

    private bool HasExpired(Suppression suppression) => scope is not null && suppression.Until < scope.Today;

    // At most one thing is said of an excuse: what has to be done first.
    private Finding? About(Suppression suppression, RunScope scope)
    {
        Rule[] meant = [.. RuleTable.All.Where(rule => rule.Matches(suppression.Rule))];
        Rule? locked = meant.FirstOrDefault(rule => policy.IsLocked(rule) && rule.IsCalled(suppression.Rule)) ?? refused.GetValueOrDefault(suppression)?.Rule;
        if (locked is not null) return UnsuppressibleSuppressed.At(suppression, locked);
        if (uses.TryGetValue(suppression, out Finding? use))
            return HasExpired(suppression) ? SuppressionExpired.At(suppression, use) : null;
        if (meant.Length == 0 || !meant.All(rule => WasLookedFor(rule, suppression, scope))) return null;
        return MismatchedSuppression.At(suppression, NearTo(suppression)) ?? UnusedSuppression.At(suppression);
    }

    private bool WasLookedFor(Rule rule, Suppression suppression, RunScope scope)
    {
        if (!policy.Counts(rule)) return false;
        if (rule.Phase is Phase.Judgement or Phase.Syntax) return true;
        // A line that is not understood declares nothing, and where nothing can be looked up, nothing is amiss.
        bool isDeclared = !suppression.IsInline
            || !ReachOf(suppression).Any(finding => finding.Rule.Phase == Phase.Syntax && finding.Severity == Severity.Error);
        return isDeclared && scope.Phases.Contains(rule.Phase) && (rule.Phase != Phase.Resolve || canLookUp);
    }
}
