using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Fixes;
using ManifestLinker.Compiler.Formatting;
using ManifestLinker.Grammar.Source;

namespace ManifestLinker.Compiler.Rules;

/// <summary>MLC1009: A '#' stands after the first word of a line.</summary>
public static class HashInsideLine
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC1009",
        Name = "hash-inside-line",
        Severity = Severity.Warning,
        Fix = FixSafety.Safe,
        Phase = Phase.Syntax,
        Summary = "A '#' stands after the first word of a line.",
        Explanation =
            "Today's readers disagree about it: builder takes it as a part of the word, the common reader ends "
            + "the line there, even in the middle of a word; a link with a trailing comment is dropped by builder. "
            + "mlc takes a word that begins with '#' as a comment, and a '#' inside a word as a part of it.",
        Bad = "f etc/motd 0644 root sys # greeting",
        Good = """
            # greeting
            f etc/motd 0644 root sys
            """,
    };

    /// <summary>The line ends in a comment.</summary>
    public static Finding Trailing(Token comment) =>
        Finding.Of(Rule, "a comment at the end of a line: builder reads it as more words", Location.Of(comment)) with
        {
            Help = "put the comment on a line of its own",
            DetailKey = comment.Source.Line(comment.Line).ToString(),
            Fixes = MoveAway(comment) is { } fix ? [fix] : [],
        };

    private static Fix? MoveAway(Token comment)
    {
        SourceLine line = comment.SourceLine;
        int length = line.Chars[..(comment.Start - line.Start)].TrimEnd(" \t").Length;
        // Without the comment, a carriage return before it would become a part of the end of the line.
        if (line.Chars[length - 1] == '\r') return null;
        int above = AttachedLines.FirstOf(comment.Source, line.Number);
        return new Fix(
            FixSafety.Safe,
            "move the comment to the line before",
            [
                Edit.InsertBefore(comment.Source, above, comment.Text.TrimEnd(' ', '\t', '\r')),
                new Edit(comment.Source, line.Start + length, comment.End - line.Start - length, ""),
            ]);
    }

    /// <summary>The word <paramref name="word"/> has a '#' in it.</summary>
    public static Finding Inside(Token word) =>
        Finding.Of(Rule, $"a '#' inside '{word}': mancheck and tzcheck end the line there", Location.Of(word)) with
        {
            Help = "it is read as a part of the word; rename the object, or put a blank before a comment",
            DetailKey = word.Source.Line(word.Line).ToString(),
        };
}
