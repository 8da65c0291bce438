using System.Globalization;
using ManifestLinker.Compiler.Fixes;
using ManifestLinker.Grammar.Source;
using ManifestLinker.Grammar.Syntax;

namespace ManifestLinker.Compiler.Diagnostics;

/// <summary>
/// The excuses that stand in a manifest: <c># mlc: allow RULE -- reason</c> at the end of a line, or on a line of its own before.
/// One of those reaches to the next line that is no comment, so that several of them add up, and one may excuse another.
/// </summary>
public static class InlineSuppressions
{
    /// <summary>The suppressions of <paramref name="manifest"/>. A directive that is not understood excuses nothing.</summary>
    public static IEnumerable<Suppression> In(ManifestSyntax manifest)
    {
        foreach ((LineSyntax line, DirectiveSyntax directive) in Directives(manifest))
        {
            if (!directive.IsWellFormed || !TryReadParticulars(directive, out DateOnly? until, out string? bug)) continue;
            int last = line is CommentLine ? NextThatIsNoComment(manifest, line.Number) : line.Number;
            for (int at = 0; at < directive.Rules.Count; at++)
            {
                yield return new Suppression(directive.Rules[at].Text, null, directive.Reason?.Text ?? "", manifest.Source.Name, last)
                {
                    FirstLine = line is CommentLine ? line.Number + 1 : line.Number,
                    Until = until,
                    Bug = bug,
                    Location = Location.Of(directive.Rules[at]),
                    Removal = Removal(line, directive, at),
                };
            }
        }
    }

    /// <summary>The comments of <paramref name="manifest"/> that speak to mlc, with their lines.</summary>
    public static IEnumerable<(LineSyntax Line, DirectiveSyntax Directive)> Directives(ManifestSyntax manifest)
    {
        foreach (LineSyntax line in manifest.Lines)
        {
            if (line.Comment?.Directive is { } directive) yield return (line, directive);
        }
    }

    /// <summary>The date that <paramref name="particular"/> says; null where it says none.</summary>
    public static DateOnly? UntilOf(Token particular) =>
        particular.Chars.StartsWith(DirectiveSyntax.Until)
        && DateOnly.TryParseExact(particular.Chars[DirectiveSyntax.Until.Length..], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day)
            ? day
            : null;

    private static bool TryReadParticulars(DirectiveSyntax directive, out DateOnly? until, out string? bug)
    {
        (until, bug) = (null, null);
        foreach (Token particular in directive.Particulars)
        {
            if (particular.Chars.StartsWith(DirectiveSyntax.Bug)) bug ??= particular.Text[DirectiveSyntax.Bug.Length..];
            else if (UntilOf(particular) is { } day && until is null) until = day;
            else return false;
        }
        return true;
    }

    private static int NextThatIsNoComment(ManifestSyntax manifest, int number)
    {
        // The line after this one has the index that is this one's number.
        int next = number;
        while (next < manifest.Lines.Count && manifest.Lines[next] is CommentLine) next++;
        return next + 1;
    }

    private static Fix Removal(LineSyntax line, DirectiveSyntax directive, int at)
    {
        Token rule = directive.Rules[at];
        SourceText source = rule.Source;
        if (directive.Rules.Count > 1)
        {
            (int start, int end) = at == 0
                ? (rule.Start, directive.Rules[1].Start)
                : (directive.Rules[at - 1].End, rule.End);
            return Fix.Of(FixSafety.Safe, $"delete {rule.Text} from the directive", new Edit(source, start, end - start, ""));
        }
        if (line is CommentLine) return Fix.Of(FixSafety.Safe, "delete the directive", Edit.DeleteLine(source, line.Number));
        int entryEnd = line.Tokens.SkipLast(1).Last().End;
        return Fix.Of(FixSafety.Safe, "delete the directive", new Edit(source, entryEnd, line.Line.End - entryEnd, ""));
    }
}
