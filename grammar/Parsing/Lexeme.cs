using ManifestLinker.Grammar.Source;
using Sprache;

namespace ManifestLinker.Grammar.Parsing;

/// <summary>
/// One of the smallest parts of a line, as parsers that take the whole run of its characters at once. What they expected is
/// put into its array only once.
/// </summary>
internal sealed class Lexeme
{
    private readonly Measure measure;
    private readonly bool afterBlanks;

    /// <summary>
    /// The lexeme known as <paramref name="name"/>, as long as <paramref name="measure"/> says. Blanks may stand before it where
    /// <paramref name="afterBlanks"/>; they are no part of it.
    /// </summary>
    public Lexeme(string name, Measure measure, bool afterBlanks)
    {
        this.measure = measure;
        this.afterBlanks = afterBlanks;
        string[] expected = [name];
        Required = input =>
        {
            var at = (LineInput)input;
            Token token = Next(at);
            return token.Length == 0
                ? Result.Failure<Token>(at, "unexpected text", expected)
                : new Success<Token>(token, at.After(token));
        };
        Optional = input =>
        {
            var at = (LineInput)input;
            Token token = Next(at);
            return new Success<Token?>(token.Length == 0 ? null : token, at.After(token));
        };
        Many = input =>
        {
            var at = (LineInput)input;
            List<Token>? tokens = null;
            for (Token token = Next(at); token.Length > 0; token = Next(at))
            {
                (tokens ??= []).Add(token);
                at = at.After(token);
            }
            return new Success<IReadOnlyList<Token>>(tokens is null ? [] : tokens, at);
        };
    }

    /// <summary>How many characters from the start of <paramref name="rest"/> are the lexeme; 0 where it is not there.</summary>
    internal delegate int Measure(ReadOnlySpan<char> rest);

    /// <summary>The lexeme; fails where it is not there.</summary>
    public Parser<Token> Required { get; }

    /// <summary>The lexeme, or null where it is not there; the blanks before it are taken either way. Never fails.</summary>
    public Parser<Token?> Optional { get; }

    /// <summary>The lexeme as often as it is there; never fails.</summary>
    public Parser<IReadOnlyList<Token>> Many { get; }

    private Token Next(LineInput at)
    {
        ReadOnlySpan<char> rest = at.Rest.Chars;
        int blanks = afterBlanks ? Lexemes.Blanks(rest) : 0;
        return at.Rest.Slice(blanks, measure(rest[blanks..]));
    }
}
