using ManifestLinker.Grammar.Source;

namespace ManifestLinker.Grammar.Syntax;

/// <summary>
/// A line of a manifest. Its tokens, the blanks between them and its terminator are the line, so that a formatter can give it
/// back to the letter.
/// </summary>
public abstract class LineSyntax
{
    private protected LineSyntax(Token first) => First = first;

    /// <summary>The line of the text, which is searched for.</summary>
    public SourceLine Line => First.SourceLine;

    /// <summary>Its number, counted from 1.</summary>
    public int Number => Line.Number;

    /// <summary>Whether it ends with a carriage return and a line feed.</summary>
    public bool HasCarriageReturn => Line.HasCarriageReturn;

    /// <summary>The number of blanks before the first token; all there is, on a blank line.</summary>
    public int LeadingBlanks
    {
        get
        {
            ReadOnlySpan<char> line = Line.Chars;
            return line.Length - line.TrimStart(" \t").Length;
        }
    }

    /// <summary>The comment on the line; null where it has none.</summary>
    public virtual CommentSyntax? Comment => null;

    /// <summary>What is written on the line, in order. Between the tokens stand blanks, and nothing else.</summary>
    public abstract IEnumerable<Token> Tokens { get; }

    /// <summary>The first token; on a blank line, all of it.</summary>
    private protected Token First { get; }

    /// <summary>Whether the line is a <c>line</c> of the normative grammar.</summary>
    public abstract bool IsWellFormed { get; }
}
