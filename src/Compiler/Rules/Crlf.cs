using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Fixes;
using ManifestLinker.Grammar.Source;

namespace ManifestLinker.Compiler.Rules;

/// <summary>MLC1012: The lines of a file end in CR LF.</summary>
public static class Crlf
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC1012",
        Name = "crlf",
        Severity = Severity.Warning,
        Fix = FixSafety.Safe,
        Phase = Phase.Syntax,
        Summary = "The lines of a file end in CR LF.",
        Explanation =
            "The readers of today drop the carriage return, each for a different reason. The next tool need not.",
        Bad = "f etc/motd 0644 root sys<CR><LF>",
        Good = "f etc/motd 0644 root sys<LF>",
    };

    /// <summary>Line <paramref name="line"/> is the first of <paramref name="count"/> lines of <paramref name="source"/> that end in CR LF.</summary>
    public static Finding At(SourceText source, int line, int count)
    {
        int column = source.Line(line).Length + 1;
        string lines = count == 1 ? "1 line ends" : $"{count} lines end";
        return Finding.Of(Rule, $"{lines} in CR LF; this is the first", new Location(source, line, column, column + 1)) with
        {
            Help = "end lines with LF alone",
            DetailKey = source.Name,
            Fixes = [new Fix(FixSafety.Safe, "end all lines with LF", [.. source.Lines.Where(ended => ended.HasCarriageReturn).Select(WithoutReturns)])],
        };
    }

    // All there are before the line feed: with one left, the line would end in CR LF still.
    private static Edit WithoutReturns(SourceLine line)
    {
        int length = line.Chars.TrimEnd('\r').Length;
        return new Edit(line.Source, line.Start + length, line.Next - 1 - line.Start - length, "");
    }
}
