using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Fixes;

namespace ManifestLinker.Compiler.Rules;

/// <summary>MLC0001: An excuse excuses nothing.</summary>
public static class UnusedSuppression
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC0001",
        Name = "unused-suppression",
        Severity = Severity.Warning,
        Fix = FixSafety.Safe,
        Phase = Phase.Judgement,
        Summary = "An excuse excuses nothing.",
        Explanation =
            "An excuse that is left behind when its fault is mended hides the next fault of that kind. The exception files "
            + "of today's checkers (check_rtime, pmodes, packaging) only ever grow. It is said only where the rule was looked "
            + "for: with --no-resolve, or a rule that is switched off, nobody knows.",
        Bad = "f usr/bin/true 0555 root bin # mlc: allow MLC1004 -- 555 since 2011",
        Good = "f usr/bin/true 0555 root bin",
    };

    /// <summary>Nothing needed <paramref name="suppression"/>.</summary>
    public static Finding At(Suppression suppression) =>
        Finding.Of(Rule, $"'{suppression.Rule}' is allowed for {suppression.Reach}, and was not found there", suppression.Location) with
        {
            Help = suppression.IsInline ? "delete it from the directive" : "delete the [[exception]]",
            Detail = [new("rule", suppression.Rule)],
            DetailKey = suppression.Key,
            Fixes = suppression.Removal is { } removal ? [removal] : [],
        };
}
