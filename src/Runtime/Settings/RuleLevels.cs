using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Rules;
using ManifestLinker.Runtime.Rendering;
using ManifestLinker.Runtime.Workspace;

namespace ManifestLinker.Runtime.Settings;

/// <summary>
/// The severity of every rule in force, or <c>off</c>, and who decides it. The options of the command line are given as the selectors
/// that they named.
/// </summary>
internal sealed class RuleLevels(
    WorkspaceFile? workspace,
    Policy policy,
    IReadOnlyList<string> selectGiven,
    IReadOnlyList<string> ignoreGiven,
    IReadOnlyList<string> severityGiven)
{
    /// <summary>A setting for each rule, in the order of the ids.</summary>
    public IReadOnlyList<Setting> All() => [.. RuleTable.All.Where(rule => rule.Phase is not Phase.Configuration).Select(Of)];

    /// <summary>A setting for each rule that somebody has a word on.</summary>
    public IReadOnlyList<Setting> Decided() => [.. All().Where(setting => setting.Origins is not [DefaultOrigin])];

    private Setting Of(Rule rule)
    {
        bool counts = policy.Counts(rule);
        (Origin origin, Severity? severity) = Changed(rule);
        if (!counts) origin = Unselected(rule) ?? Ignored(rule) ?? (severity is null ? origin : DefaultOrigin.Instance);
        return new(rule.Id, new TextSetting(counts && severity is { } level ? SeverityNames.Of(level) : "off"), origin);
    }

    private (Origin Origin, Severity? Severity) Changed(Rule rule)
    {
        foreach (string selector in severityGiven.Reverse().Where(rule.Matches))
            return (new OptionOrigin("--severity"), policy.Severities.Last(pair => pair.Key == selector).Value);
        foreach ((string selector, Placed<Severity?> severity) in workspace?.Rules.Severities.Reverse() ?? [])
        {
            if (rule.Matches(selector)) return (new FileOrigin(severity.Location), severity.Value);
        }
        return (DefaultOrigin.Instance, rule.Severity);
    }

    private Origin? Unselected(Rule rule)
    {
        if (policy.Select.Count == 0 || policy.Select.Any(rule.Matches)) return null;
        return selectGiven.Count > 0 ? new OptionOrigin("--select") : new FileOrigin(workspace!.Rules.Select[0].Location);
    }

    private Origin? Ignored(Rule rule)
    {
        if (ignoreGiven.Any(rule.Matches)) return new OptionOrigin("--ignore");
        Placed<string>? selector = workspace?.Rules.Ignore.Where(selector => rule.Matches(selector.Value)).Select(selector => (Placed<string>?)selector).FirstOrDefault();
        return selector is { } found ? new FileOrigin(found.Location) : null;
    }
}
