using ManifestLinker.Compiler.Diagnostics;
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
        };

    /// <summary>The word <paramref name="word"/> has a '#' in it.</summary>
    public static Finding Inside(Token word) =>
        Finding.Of(Rule, $"a '#' inside '{word}': mancheck and tzcheck end the line there", Location.Of(word)) with
        {
            Help = "it is read as a part of the word; rename the object, or put a blank before a comment",
            DetailKey = word.Source.Line(word.Line).ToString(),
        };
}
