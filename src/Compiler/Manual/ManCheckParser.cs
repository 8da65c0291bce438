using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Grammar.Source;

namespace ManifestLinker.Compiler.Manual;

/// <summary>
/// Reads a mancheck.conf in one pass. After a fault it goes on behind the next semicolon, or at the next line that begins a
/// statement, so that one odd line hides no other.
/// </summary>
internal sealed class ManCheckParser(SourceText source)
{
    private readonly string text = source.Text;
    private readonly List<ManCheckStatement> statements = [];
    private readonly List<ManCheckFault> faults = [];
    private int at;

    /// <summary>The statements and faults of the whole text.</summary>
    public ManCheckFile Parse()
    {
        while (SkipBlanks())
        {
            int start = at;
            if (!ReadStatement()) Resume(start);
        }
        return new ManCheckFile(source, statements, faults);
    }

    private bool ReadStatement()
    {
        int start = at;
        while (at < text.Length && !char.IsWhiteSpace(text[at]) && text[at] is not ('"' or ';')) at++;
        // A quote or a semicolon where a keyword is wanted.
        if (at == start) at++;
        string word = text[start..at];
        if (VerbOf(word) is not { } verb)
        {
            string help = word is "+page" ? "pages can only be left out: write -page, or ship the section" : "known: +section, -section, -page";
            return Fault(start, at, $"'{word}' is no statement", help);
        }
        if (!SkipBlanks() || text[at] != '"') return Fault(start, start + word.Length, $"'{word}' lacks its pattern", $"write {word} \"PATTERN\";");
        int open = at++;
        while (at < text.Length && text[at] is not ('"' or '\n')) at++;
        if (at == text.Length || text[at] != '"') return Fault(open, at, "the string is not closed on its line", "close it with '\"'");
        var pattern = new Token(source, open + 1, at - open - 1);
        int close = ++at;
        if (pattern.Length == 0) return Fault(open, close, "the pattern is empty", "name a section or a page");
        if (!SkipBlanks() || text[at] != ';') return Fault(start, close, "the statement is not finished", "end it with ';'");
        at++;
        statements.Add(new ManCheckStatement(verb, pattern, start, at));
        return true;
    }

    /// <summary>Goes to the next character that is neither blank nor in a comment; false where there is none.</summary>
    private bool SkipBlanks()
    {
        while (at < text.Length)
        {
            if (char.IsWhiteSpace(text[at]) || (at == 0 && source.HasByteOrderMark))
            {
                at++;
            }
            else if (text.AsSpan(at).StartsWith("/*"))
            {
                int end = text.IndexOf("*/", at + 2, StringComparison.Ordinal);
                if (end < 0) Fault(at, at + 2, "the comment is not closed", "close it with '*/'");
                at = end < 0 ? text.Length : end + 2;
            }
            else
            {
                return true;
            }
        }
        return false;
    }

    private void Resume(int start)
    {
        at = Math.Max(at, start + 1);
        while (at < text.Length && text[at] != ';' && !(text[at - 1] == '\n' && text[at] is '+' or '-')) at++;
        if (at < text.Length && text[at] == ';') at++;
    }

    private bool Fault(int start, int end, string message, string help)
    {
        // Of a run over several lines the first is shown.
        SourceLine line = source.LineOf(start);
        int shown = Math.Max(start + 1, Math.Min(end, line.End));
        faults.Add(new ManCheckFault(new Location(source, line.Number, start - line.Start + 1, shown - line.Start + 1), message, help));
        return false;
    }

    private static ManCheckVerb? VerbOf(string word) => word switch
    {
        "+section" => ManCheckVerb.IncludeSection,
        "-section" => ManCheckVerb.ExcludeSection,
        "-page" => ManCheckVerb.ExcludePage,
        _ => null,
    };
}
