using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Profiles;
using ManifestLinker.Compiler.Rules;
using ManifestLinker.Runtime.Invocations;
using ManifestLinker.Runtime.Rendering;
using ManifestLinker.Runtime.Workspace;

namespace ManifestLinker.Runtime.Project;

/// <content>What the user makes of the rules.</content>
internal sealed partial class ProjectReader
{
    private Policy ReadPolicy(WorkspaceFile? workspace)
    {
        Policy policy = workspace?.ToPolicy() ?? new Policy();
        IReadOnlyList<string> select = Rules(options.GetValue(project.Select)!, "--select");
        var severities = policy.Severities.ToList();
        foreach (string given in options.GetValue(project.Severity)!)
        {
            (string rule, string level) = SplitPair(given, "--severity", "RULE=LEVEL");
            CheckRule(rule, "--severity");
            Severity severity = default;
            if (level != "off" && !SeverityNames.TryParse(level, out severity))
                throw new UsageException($"--severity {given}: '{level}' is no severity", "one of error, warning, info, off");
            severities.Add(new(rule, level == "off" ? null : severity));
        }
        return policy with
        {
            Select = select.Count > 0 ? select : policy.Select,
            Ignore = [.. policy.Ignore, .. Rules(options.GetValue(project.Ignore)!, "--ignore")],
            Severities = severities,
        };
    }

    // What mlc.toml selects leaves the locked rules in; --select asks for a part, whatever it is.
    private Policy Locked(Policy policy, Profile profile)
    {
        string[] locked = [.. profile.Locked, .. policy.Locked];
        bool isAsked = policy.Select.Count == 0 || options.GetValue(project.Select)!.Length > 0;
        IEnumerable<string> always = isAsked ? [] : RuleTable.All.Where(rule => !rule.OptIn && locked.Any(rule.Matches)).Select(rule => rule.Id);
        return policy with { Locked = locked, Select = [.. policy.Select, .. always] };
    }

    private static IReadOnlyList<string> Rules(string[] given, string option)
    {
        IReadOnlyList<string> rules = Selectors(given);
        foreach (string rule in rules) CheckRule(rule, option);
        return rules;
    }

    private static void CheckRule(string rule, string option)
    {
        if (RuleTable.All.Any(known => known.Matches(rule))) return;
        string? near = RuleTable.Nearest(rule);
        throw new UsageException($"{option}: there is no rule '{rule}'", near is null ? "mlc explain lists the rules" : $"did you mean {near}?");
    }

    private Severity? ReadFailOn(WorkspaceFile? workspace)
    {
        if (options.GetValue(project.FailOn) is not { } word) return (workspace?.Link.FailOn?.Value ?? FailOn.Default).Threshold;
        return FailOn.TryParse(word, out FailOn failOn)
            ? failOn.Threshold
            : throw new UsageException($"--fail-on {word}: no such level", $"one of {string.Join(", ", FailOn.Words)}");
    }
}
