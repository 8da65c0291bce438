using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Fixes;
using ManifestLinker.Grammar.Source;
using ManifestLinker.Grammar.Syntax;

namespace ManifestLinker.Compiler.Rules;

/// <summary>MLC0005: A directive names no rule, or is not written as one.</summary>
public static class UnknownRuleInSuppression
{
    private const string Shape = "write # mlc: allow RULE[, RULE] -- REASON [until=YYYY-MM-DD] [bug=ID]";

    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC0005",
        Name = "unknown-rule-in-suppression",
        Severity = Severity.Warning,
        Fix = FixSafety.Unsafe,
        Phase = Phase.Judgement,
        Summary = "A directive names no rule, or is not written as one.",
        Explanation =
            "A comment that begins with mlc: is meant for mlc. One that it does not understand would excuse nothing, and in "
            + "silence. Ids and names of rules are never given to others, so a rule that is not known is mistyped, or newer than "
            + "this mlc. An [[exception]] for such a rule is an error of mlc.toml.",
        Bad = "f usr/bin/true 555 root bin # mlc: allow MLC1040 -- as the component delivers it",
        Good = "f usr/bin/true 555 root bin # mlc: allow MLC1004 -- as the component delivers it",
    };

    /// <summary>Finds what is not understood in the directives of <paramref name="manifest"/>.</summary>
    public static IEnumerable<Finding> Check(ManifestSyntax manifest) =>
        InlineSuppressions.Directives(manifest).SelectMany(found => In(found.Directive));

    private static IEnumerable<Finding> In(DirectiveSyntax directive)
    {
        if (directive.Verb is not { } verb) yield return Of(directive.Keyword, "the directive says nothing", Shape);
        else if (!verb.Is("allow")) yield return Of(verb, $"there is no directive '{verb}'", Shape);
        else if (directive.Unexpected is { } odd) yield return Of(odd, $"'{odd}' has no place in a directive", Shape);
        else if (directive.Rules.Count == 0) yield return Of(verb, "the directive names no rule", Shape);
        foreach (Token rule in directive.Rules)
        {
            if (!RuleTable.All.Any(known => known.Matches(rule.Text))) yield return Unknown(rule);
        }
        foreach (Finding finding in OfParticulars(directive)) yield return finding;
        if (directive.Reason is { } reason && InReason(reason) is { } word)
            yield return Of(word, $"'{word}' within the reason says nothing to mlc", "put it behind the reason");
    }

    private static Finding Unknown(Token rule)
    {
        string? near = RuleTable.Nearest(rule.Text);
        Finding found = Of(rule, $"there is no rule '{rule}'", near is null ? "mlc explain lists the rules" : $"did you mean {near}?");
        return near is null ? found : found with { Fixes = [Fix.Of(FixSafety.Unsafe, $"make it {near}", Edit.Replace(rule, near))] };
    }

    private static IEnumerable<Finding> OfParticulars(DirectiveSyntax directive)
    {
        bool hasDate = false;
        foreach (Token particular in directive.Particulars)
        {
            if (particular.Chars.StartsWith(DirectiveSyntax.Bug))
            {
                if (particular.Length == DirectiveSyntax.Bug.Length) yield return Of(particular, "'bug=' names no report", "write bug=ID without blanks, or delete it");
                continue;
            }
            if (InlineSuppressions.UntilOf(particular) is null) yield return Of(particular, $"'{particular}' is no date", "write until=YYYY-MM-DD, as until=2030-12-31");
            else if (hasDate) yield return Of(particular, $"'{particular}' is a second date", "delete one of the two");
            hasDate = true;
        }
    }

    // The particulars are the last words: among others they are text.
    private static Token? InReason(Token reason)
    {
        foreach (Range range in reason.Chars.SplitAny(" \t"))
        {
            ReadOnlySpan<char> word = reason.Chars[range];
            if (word.StartsWith(DirectiveSyntax.Until) || word.StartsWith(DirectiveSyntax.Bug))
                return reason.Slice(range.Start.Value, word.Length);
        }
        return null;
    }

    private static Finding Of(Token place, string message, string help) => Finding.Of(Rule, message, Location.Of(place)) with
    {
        Help = help,
        DetailKey = $"{place} in {place.SourceLine.Text}",
    };
}
