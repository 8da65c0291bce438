using ManifestLinker.Compiler.Bind;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Fixes;
using ManifestLinker.Compiler.Formatting;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Grammar.Source;
using ManifestLinker.Grammar.Syntax;

namespace ManifestLinker.Compiler.Rules;

/// <summary>MLC1017: A line ends in blanks.</summary>
public static class TrailingWhitespace
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC1017",
        Name = "trailing-whitespace",
        Severity = Severity.Warning,
        OptIn = true,
        Fix = FixSafety.Safe,
        Phase = Phase.Syntax,
        Summary = "A line ends in blanks.",
        Explanation =
            "Every reader skips them, and nobody sees them: they make lines differ that say the same, in sort -u and in "
            + "the diff of a change. mlc fmt takes them away, with all else that is not canonical.",
        Bad = "f etc/motd 0644 root sys <LF>",
        Good = "f etc/motd 0644 root sys<LF>",
    };

    /// <summary>Finds the lines of <paramref name="manifest"/> that end in blanks.</summary>
    public static IEnumerable<Finding> Check(BoundManifest manifest)
    {
        foreach (LineSyntax line in manifest.Syntax.Lines)
        {
            if (line.Line.Chars is [.., ' ' or '\t']) yield return At(line, manifest.EntryAt(line.Line));
        }
    }

    private static Finding At(LineSyntax line, Entry? entry)
    {
        SourceLine whole = line.Line;
        int length = LineSpelling.WithoutTrailingBlanks(whole).Length;
        var blanks = new Edit(whole.Source, whole.Start + length, whole.Chars.Length - length, "");
        return Finding.Of(Rule, "the line ends in blanks", new Location(whole.Source, whole.Number, length + 1, whole.Chars.Length + 1)) with
        {
            Help = "end the line with its last word",
            Subject = entry is null ? null : Subject.Of(entry),
            DetailKey = whole.Chars[..length].ToString(),
            // Without its blanks, a carriage return before them would become a part of the end of the line.
            Fixes = whole.Chars[..length].EndsWith('\r') ? [] : [Fix.Of(FixSafety.Safe, "take the blanks away", blanks)],
        };
    }
}
