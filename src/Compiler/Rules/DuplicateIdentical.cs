using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Fixes;
using ManifestLinker.Compiler.Formatting;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Grammar.Parsing;
using ManifestLinker.Grammar.Source;
using ManifestLinker.Grammar.Syntax;

namespace ManifestLinker.Compiler.Rules;

/// <summary>MLC2001: A file or link is declared twice, the same both times.</summary>
public static class DuplicateIdentical
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC2001",
        Name = "duplicate-identical",
        Severity = Severity.Warning,
        Fix = FixSafety.Safe,
        Phase = Phase.Semantics,
        Summary = "A file or link is declared twice, the same both times.",
        Explanation =
            "The second line changes nothing today; but two lines for one object drift apart, and then the later "
            + "one silently wins.",
        Bad = """
            f usr/bin/scp 0555 root bin
            f usr/bin/scp 0555 root bin
            """,
        Good = "f usr/bin/scp 0555 root bin",
    };

    /// <summary><paramref name="again"/> says what <paramref name="first"/> said.</summary>
    public static Finding At(Entry first, Entry again) =>
        Finding.Of(Rule, $"{again.TypeName} '{again.Path}' is declared again, as at {first.Origin.FileAndLine}", again.Origin.PathLocation) with
        {
            Help = "delete one of the two lines",
            Subject = Subject.Of(again),
            Related = [new("first declared here", first.Origin.PathLocation)],
            DetailKey = again.Origin.Component,
            Fixes = Deletion(first.Origin.Path, again.Origin.Path) is { } deletion ? [deletion] : [],
        };

    // Which of two components should have it, only their authors know. A comment stays behind; what is said to mlc about the line
    // would then be said about another one.
    private static Fix? Deletion(Token first, Token again)
    {
        // The same line, where one file was named twice.
        if (first == again) return null;
        SourceLine line = again.SourceLine;
        CommentSyntax? comment = ManifestParser.Parse(line).Comment;
        if (comment?.Directive is not null || AttachedLines.FirstOf(line.Source, line.Number) != line.Number) return null;
        return Fix.Of(
            ReferenceEquals(first.Source, again.Source) ? FixSafety.Safe : FixSafety.Offered,
            "delete the second line",
            comment is null ? Edit.DeleteLine(line.Source, line.Number) : new Edit(line.Source, line.Start, comment.Token.Start - line.Start, ""));
    }
}
