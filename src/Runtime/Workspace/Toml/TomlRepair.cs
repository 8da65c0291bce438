using System.Text.RegularExpressions;
using ManifestLinker.Compiler.Rules;
using Tomlyn;
using Tomlyn.Parsing;
using Tomlyn.Syntax;

namespace ManifestLinker.Runtime.Workspace.Toml;

/// <summary>
/// Parses a text in which statements may be broken. Only the first error of a parse is certain, the rest may follow from it; so
/// the statement it stands in is painted over with blanks, which moves nothing, and what is left is parsed again.
/// </summary>
internal sealed partial record TomlRepair(DocumentSyntax Document, string Text)
{
    private const int MaxRepairs = 20;
    private const char ByteOrderMark = '\uFEFF';

    /// <summary>The document that is left of the text when each broken statement is a problem and gone.</summary>
    public static TomlRepair Of(SourcePlaces places, List<ConfigurationProblem> problems)
    {
        // The parser drops the mark, and would count its offsets without it.
        // And it throws at an escape that the text ends in, where it has no character to name.
        string whole = places.Source.Text;
        char[] text = (OpenEscapeAtTheEnd().IsMatch(whole) ? whole + "\n" : whole).ToCharArray();
        if (text is [ByteOrderMark, ..]) text[0] = ' ';
        for (int repairs = 0; repairs < MaxRepairs; repairs++)
        {
            DocumentSyntax document;
            string now = new(text);
            try
            {
                document = SyntaxParser.Parse(now, places.Source.Name, validate: false);
            }
            catch (TomlException tooDeep)
            {
                problems.Add(new ConfigurationProblem(
                    ConfigSyntax.Rule,
                    places.At(tooDeep.Span?.Offset ?? 0, 1),
                    "lists or tables are nested too deep here",
                    "a workspace file needs two levels"));
                break;
            }
            if (document.Diagnostics.MinBy(message => message.Span.Start.Offset) is not { } first) return new(document, now);
            var error = new TomlSyntaxError(places, document, first);
            problems.Add(error.Problem);
            if (!Blank(text, error.Statement)) break;
        }
        return new(new DocumentSyntax(), "");
    }

    [GeneratedRegex(@"\\([uUx][0-9A-Fa-f]{0,7})?\z", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex OpenEscapeAtTheEnd();

    // Whether there was anything left to paint over: else the same error would come again.
    private static bool Blank(char[] text, Range statement)
    {
        (int start, int length) = statement.GetOffsetAndLength(text.Length);
        bool hasChanged = false;
        for (int at = start; at < start + length; at++)
        {
            bool endsLine = text[at] == '\n' || (text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n');
            if (endsLine || text[at] == ' ') continue;
            text[at] = ' ';
            hasChanged = true;
        }
        return hasChanged;
    }
}
