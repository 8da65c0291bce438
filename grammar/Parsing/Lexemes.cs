using System.Buffers;
using ManifestLinker.Grammar.Source;
using Sprache;

namespace ManifestLinker.Grammar.Parsing;

/// <summary>What the lines of a manifest are made of.</summary>
internal static class Lexemes
{
    private const int MarkerLength = 7;

    /// <summary>A blank is one of these, whatever other white space there is.</summary>
    public static readonly SearchValues<char> BlankChars = SearchValues.Create(" \t");

    private static readonly SearchValues<char> LinkPathEnd = SearchValues.Create(" \t=");

    /// <summary>A field. A word that begins with <c>#</c> would be a comment.</summary>
    public static readonly Lexeme Word = new("a word", rest => WordLength(BlankChars, rest), afterBlanks: true);

    /// <summary>The first word of an entry.</summary>
    public static readonly Lexeme Kind =
        new("a kind of entry", rest => IsConflictMarker(rest) ? 0 : WordLength(BlankChars, rest), afterBlanks: true);

    /// <summary>What version control leaves as the first word of a line where it could not merge.</summary>
    public static readonly Lexeme ConflictMarker =
        new("a conflict marker", rest => IsConflictMarker(rest) ? MarkerLength : 0, afterBlanks: true);

    /// <summary>What stands before the separator of a link.</summary>
    public static readonly Lexeme LinkPath =
        new("a path", rest => WordLength(LinkPathEnd, rest), afterBlanks: true);

    /// <summary>What parts the path of a link from its target.</summary>
    public static readonly Lexeme Separator = new("'='", rest => rest.StartsWith('=') ? 1 : 0, afterBlanks: false);

    /// <summary>What stands after the separator of a link; another separator is taken along, for binding to point at.</summary>
    public static readonly Lexeme Target = new("a link target", rest => UpTo(BlankChars, rest), afterBlanks: false);

    /// <summary>From a <c>#</c> at the start of a word to the end of the line.</summary>
    public static readonly Lexeme Comment =
        new("a comment", rest => rest.StartsWith('#') ? rest.Length : 0, afterBlanks: true);

    /// <summary>What is left of the line, without the blanks at its ends.</summary>
    public static readonly Lexeme Rest = new("text", rest => rest.TrimEnd(" \t").Length, afterBlanks: true);

    /// <summary>Stands where an optional lexeme cannot: takes nothing, gives null.</summary>
    public static readonly Parser<Token?> None = Parse.Return<Token?>(null);

    /// <summary>The number of blanks at the start of <paramref name="rest"/>.</summary>
    public static int Blanks(ReadOnlySpan<char> rest)
    {
        int blanks = rest.IndexOfAnyExcept(BlankChars);
        return blanks < 0 ? rest.Length : blanks;
    }

    /// <summary>The number of characters at the start of <paramref name="rest"/> that are none of <paramref name="end"/>.</summary>
    public static int UpTo(SearchValues<char> end, ReadOnlySpan<char> rest)
    {
        int length = rest.IndexOfAny(end);
        return length < 0 ? rest.Length : length;
    }

    private static int WordLength(SearchValues<char> end, ReadOnlySpan<char> rest) => rest.StartsWith('#') ? 0 : UpTo(end, rest);

    private static bool IsConflictMarker(ReadOnlySpan<char> rest) =>
        rest is ['<' or '|' or '=' or '>', ..]
        && UpTo(BlankChars, rest) == MarkerLength
        && !rest[..MarkerLength].ContainsAnyExcept(rest[0]);
}
