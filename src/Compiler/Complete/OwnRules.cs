using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Ir;

namespace ManifestLinker.Compiler.Complete;

/// <summary>Lets the rules of an area speak in the place of the general ones, where a finding is about an object of the area.</summary>
internal static class OwnRules
{
    /// <summary>Renames what <paramref name="findings"/> has about <paramref name="areas"/>.</summary>
    public static void Apply(List<Finding> findings, IReadOnlyList<CompleteArea> areas)
    {
        CompleteArea[] named = [.. areas.Where(area => area.OwnRules.Count > 0)];
        for (int i = 0; i < findings.Count && named.Length > 0; i++)
        {
            if (RuleFor(findings[i], named) is { } own) findings[i] = findings[i] with { Rule = own, Severity = own.Severity };
        }
    }

    private static Rule? RuleFor(Finding finding, CompleteArea[] areas)
    {
        if (finding.Rule.Phase != Phase.Resolve || finding.Subject is not { } subject || !ImagePath.TryParse(subject.Path, out ImagePath path)) return null;
        return areas.Where(area => area.Means(path)).SelectMany(area => area.OwnRules)
            .FirstOrDefault(pair => pair.General == finding.Rule).Own;
    }
}
