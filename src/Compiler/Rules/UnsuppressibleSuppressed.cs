using ManifestLinker.Compiler.Diagnostics;

namespace ManifestLinker.Compiler.Rules;

/// <summary>MLC0006: Somebody tries to silence a rule that is locked.</summary>
public static class UnsuppressibleSuppressed
{
    private const string WhatToDo = "mend what the rule finds; what is locked stands under 'locked' in [rules], or in the profile";

    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC0006",
        Name = "unsuppressible-suppressed",
        Severity = Severity.Error,
        Phase = Phase.Judgement,
        Summary = "Somebody tries to silence a rule that is locked.",
        Explanation =
            "A locked rule cannot be ignored, counted for less, excused or hidden by a baseline: what it finds may not ship, "
            + "whoever is in a hurry. The profile locks few, of which no case is right as it is: an owner whom nobody knows "
            + "(MLC2008; builder ships the object as root's), and this rule. A platform adds its own, as locked = [\"MLC7106\"] "
            + "in [rules] of mlc.toml.",
        Bad = "f usr/bin/true 0555 roto bin # mlc: allow MLC2008 -- will be there some day",
        Good = "f usr/bin/true 0555 root bin",
    };

    /// <summary><paramref name="suppression"/> wants to excuse what <paramref name="locked"/> finds.</summary>
    public static Finding At(Suppression suppression, Rule locked) =>
        Of($"the rule {locked.Id} ({locked.Name}) is locked and cannot be excused", suppression.Location, suppression.Key);

    /// <summary>
    /// Finds the words of <paramref name="policy"/> that would silence a locked rule: those that call it, and the beginnings of ids
    /// that would have left some of the <paramref name="findings"/> out.
    /// </summary>
    public static IEnumerable<Finding> Check(Policy policy, IReadOnlyCollection<Finding> findings)
    {
        if (policy.Ignore.Count == 0 && policy.Severities.Count == 0) yield break;
        Rule[] locked = [.. RuleTable.All.Where(policy.IsLocked)];
        var fired = findings.Select(finding => finding.Rule).ToHashSet();
        foreach (string selector in policy.Ignore.Distinct(StringComparer.OrdinalIgnoreCase))
        {
            if (Meant(selector) is { } rule) yield return Of($"the rule {rule.Id} ({rule.Name}) is locked and cannot be ignored", PlaceOf(selector), $"ignore {selector}");
        }
        foreach ((string selector, Severity? severity) in policy.Severities)
        {
            if (Meant(selector) is { } rule && (severity is null || severity < rule.Severity))
                yield return Of($"the rule {rule.Id} ({rule.Name}) is locked and cannot be counted for less", PlaceOf(selector), $"severity {selector}");
        }

        Rule? Meant(string selector) => locked.FirstOrDefault(rule => rule.IsCalled(selector) || (rule.Matches(selector) && fired.Contains(rule)));
        Location? PlaceOf(string selector) => policy.Places.GetValueOrDefault(selector);
    }

    private static Finding Of(string message, Location? location, string key) =>
        Finding.Of(Rule, message, location) with { Help = WhatToDo, DetailKey = key };
}
