using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Rules;

namespace ManifestLinker.Runtime.Explain;

/// <summary>Finds the rule that somebody names.</summary>
internal static class RuleLookup
{
    /// <summary>The rule with this id or name; else null and what to tell the user, with the nearest name.</summary>
    public static (Rule? Rule, string Problem) Find(string idOrName)
    {
        if (RuleTable.Find(idOrName) is { } rule) return (rule, "");
        string? near = RuleTable.Nearest(idOrName);
        return (null, near is null
            ? $"there is no rule '{idOrName}'"
            : $"there is no rule '{idOrName}'; did you mean '{near}'?");
    }
}
