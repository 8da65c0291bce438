using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Grammar.Source;

namespace ManifestLinker.Compiler.Rules;

/// <summary>MLC1010: A line does not fit into the buffer of builder.</summary>
public static class LineTooLong
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC1010",
        Name = "line-too-long",
        Severity = Severity.Error,
        Phase = Phase.Syntax,
        Summary = "A line does not fit into the buffer of builder.",
        Explanation =
            "builder reads a manifest with fgets into 1024 bytes: 1022 of the line, its line feed and a NUL. A "
            + "longer line comes out in two pieces, of which neither is an entry; builder says so, ships nothing "
            + "for it and exits 0. mlc reads lines of any length; a workspace that has no more "
            + "use for builder may ignore the rule. Bytes are counted, not characters. Comment lines do not count: the "
            + "sorter drops them before builder sees them.",
        Bad = "s usr/lib/links/name=<1002 characters>",
        Good = "s usr/lib/links/name=../target",
    };

    /// <summary>The longest line that builder reads whole, in bytes, without its line feed.</summary>
    public const int MaxLine = 1022;

    /// <summary><paramref name="line"/> is of an entry; null where it is short enough. Blanks at both ends do not count, which the sorter strips.</summary>
    public static Finding? Check(SourceLine line)
    {
        // No character of UTF-16 takes more than three bytes in UTF-8.
        if (line.Next - line.Start <= MaxLine / 3) return null;
        int blanks = line.Chars.Length - line.Chars.TrimStart().Length;
        ReadOnlySpan<char> chars = line.Chars.Trim();
        int bytes = EscapedUtf8.ByteCount(chars);
        if (bytes <= MaxLine) return null;
        int fit = FirstBeyond(chars);
        return Finding.Of(Rule, $"the line has {bytes} bytes; builder reads at most {MaxLine}", Location.Of(line.Token.Slice(blanks + fit, chars.Length - fit))) with
        {
            Help = "shorten the path or the target, or move a comment to a line of its own",
            DetailKey = line.Text,
        };
    }

    // Where builder cuts the line.
    private static int FirstBeyond(ReadOnlySpan<char> chars)
    {
        int fits = 0;
        int beyond = chars.Length;
        while (fits < beyond)
        {
            int middle = (fits + beyond + 1) / 2;
            if (EscapedUtf8.ByteCount(chars[..middle]) <= MaxLine) fits = middle;
            else beyond = middle - 1;
        }
        return fits;
    }
}
