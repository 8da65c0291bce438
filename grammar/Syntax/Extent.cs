using ManifestLinker.Grammar.Source;

namespace ManifestLinker.Grammar.Syntax;

/// <summary>
/// How a node keeps a token of the text it knows anyway, or none: a tree consists of these for the most part, and what the
/// garbage collector has to move is most of the time that reading takes.
/// </summary>
internal readonly record struct Extent
{
    private readonly int start;
    private readonly int length;

    /// <summary>The place of <paramref name="token"/>, which is not empty.</summary>
    public Extent(Token? token) => (start, length) = token is { } present ? (present.Start, present.Length) : default;

    /// <summary>The token of <paramref name="source"/> that this is the place of.</summary>
    public Token? In(SourceText? source) => source is null || length == 0 ? null : new Token(source, start, length);
}
