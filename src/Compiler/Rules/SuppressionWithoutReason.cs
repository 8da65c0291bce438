using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Grammar.Source;
using ManifestLinker.Grammar.Syntax;

namespace ManifestLinker.Compiler.Rules;

/// <summary>MLC0003: An excuse gives no reason.</summary>
public static class SuppressionWithoutReason
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC0003",
        Name = "suppression-without-reason",
        Severity = Severity.Warning,
        Phase = Phase.Judgement,
        Summary = "An excuse gives no reason.",
        Explanation =
            "Without a reason nobody dares to delete an excuse, and nobody can tell a decision from a shortcut. An "
            + "[[exception]] in mlc.toml cannot do without one. The excuse holds all the same.",
        Bad = "f usr/bin/true 555 root bin # mlc: allow MLC1004",
        Good = "f usr/bin/true 555 root bin # mlc: allow MLC1004 -- as the component delivers it",
    };

    /// <summary>Finds the directives of <paramref name="manifest"/> that say no why.</summary>
    public static IEnumerable<Finding> Check(ManifestSyntax manifest) => InlineSuppressions.Directives(manifest)
        .Where(found => found.Directive is { IsWellFormed: true, Reason: null })
        .Select(found => At(found.Directive));

    private static Finding At(DirectiveSyntax directive)
    {
        string rules = string.Join(", ", directive.Rules.Select(rule => $"'{rule}'"));
        Token first = directive.Rules[0];
        Token all = new(first.Source, first.Start, directive.Rules[^1].End - first.Start);
        return Finding.Of(Rule, $"{rules} {(directive.Rules.Count == 1 ? "is" : "are")} allowed for no reason", Location.Of(all)) with
        {
            Help = "say why it is right as it is: -- REASON",
            DetailKey = first.SourceLine.Text,
        };
    }
}
