using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Fixes;
using ManifestLinker.Grammar.Source;

namespace ManifestLinker.Compiler.Rules;

/// <summary>MLC1011: The last line of a file has no end.</summary>
public static class NoNewlineAtEof
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC1011",
        Name = "no-newline-at-eof",
        Severity = Severity.Warning,
        Fix = FixSafety.Safe,
        Phase = Phase.Syntax,
        Summary = "The last line of a file has no end.",
        Explanation =
            "Concatenated with the next fragment, the line would run together with its first one. The shell tools "
            + "have a special case for it.",
        Bad = "f etc/motd 0644 root sys<end of file>",
        Good = "f etc/motd 0644 root sys<LF>",
    };

    /// <summary>The last line of <paramref name="source"/> has no newline.</summary>
    public static Finding At(SourceText source)
    {
        int column = source.Line(source.LineCount).Length + 1;
        return Finding.Of(Rule, "no newline at the end of the file", new Location(source, source.LineCount, column, column + 1)) with
        {
            Help = "end the last line with a newline",
            DetailKey = source.Name,
            // A carriage return at the end would become a part of the end of the line.
            Fixes = source.Text.EndsWith('\r') ? [] : [Fix.Of(
                FixSafety.Safe, "end the last line", new Edit(source, source.Text.Length, 0, Edit.EndOfLine(source, source.LineCount)))],
        };
    }
}
