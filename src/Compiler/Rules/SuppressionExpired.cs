using System.Globalization;
using ManifestLinker.Compiler.Diagnostics;

namespace ManifestLinker.Compiler.Rules;

/// <summary>MLC0004: An excuse has run out.</summary>
public static class SuppressionExpired
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC0004",
        Name = "suppression-expired",
        Severity = Severity.Warning,
        Phase = Phase.Judgement,
        Summary = "An excuse has run out.",
        Explanation =
            "An excuse holds through the day that until= names, in UTC; from the next day on the finding is back, and this tells "
            + "why. The day is that of the run, or of SOURCE_DATE_EPOCH where that is set, so that an old state can be checked "
            + "again with the outcome it had.",
        Bad = "f usr/bin/true 555 root bin # mlc: allow MLC1004 -- mended in the next release until=2013-06-30",
        Good = "f usr/bin/true 0555 root bin",
    };

    /// <summary><paramref name="suppression"/> would excuse <paramref name="finding"/> if its time had not passed.</summary>
    public static Finding At(Suppression suppression, Finding finding) =>
        Finding.Of(
            Rule,
            string.Create(CultureInfo.InvariantCulture, $"'{suppression.Rule}' was allowed for {suppression.Reach} until {suppression.Until:yyyy-MM-dd}"),
            suppression.Location) with
        {
            Help = "mend what it excused, or agree on another date",
            Related = finding.Location is { } at ? [new Related("excused no longer", at)] : [],
            Detail = [new("rule", suppression.Rule), new("until", string.Create(CultureInfo.InvariantCulture, $"{suppression.Until:yyyy-MM-dd}"))],
            DetailKey = suppression.Key,
        };
}
