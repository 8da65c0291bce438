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
            LineInput at = Begin(input, out int length);
            return length == 0
                ? Result.Failure<Token>(at, "unexpected text", expected)
                : Result.Success(at.Take(length), at.Skip(length));
        };
        Optional = input =>
        {
            LineInput at = Begin(input, out int length);
            return length == 0
                ? Result.Success<Token?>(null, input)
                : Result.Success<Token?>(at.Take(length), at.Skip(length));
        };
        Many = input =>
        {
            List<Token>? tokens = null;
            for (LineInput at = Begin(input, out int length); length > 0; at = Begin(input, out length))
            {
                (tokens ??= []).Add(at.Take(length));
                input = at.Skip(length);
            }
            return Result.Success<IReadOnlyList<Token>>(tokens is null ? [] : tokens, input);
        };
    }

    /// <summary>How many characters from the start of <paramref name="rest"/> are the lexeme; 0 where it is not there.</summary>
    internal delegate int Measure(ReadOnlySpan<char> rest);

    /// <summary>The lexeme; fails where it is not there.</summary>
    public Parser<Token> Required { get; }

    /// <summary>The lexeme, or null and nothing taken where it is not there; never fails.</summary>
    public Parser<Token?> Optional { get; }

    /// <summary>The lexeme as often as it is there; never fails.</summary>
    public Parser<IReadOnlyList<Token>> Many { get; }

    private LineInput Begin(IInput input, out int length)
    {
        var at = (LineInput)input;
        if (afterBlanks) at = at.Skip(Lexemes.Blanks(at.Rest));
        length = measure(at.Rest);
        return at;
    }
}
