using ManifestLinker.Grammar.Source;
using Sprache;

namespace ManifestLinker.Grammar.Parsing;

/// <summary>
/// What is left of a line, as Sprache sees it. It stands in for Sprache's own <see cref="Input"/>, which makes a dictionary
/// for every character it steps over; this one steps over a whole word at once.
/// </summary>
internal sealed class LineInput(Token rest) : IInput
{
    /// <summary>The characters up to the end of the line.</summary>
    public Token Rest => rest;

    public string Source => rest.Source.Text;

    public int Position => rest.Start;

    public int Line => rest.Line;

    public int Column => rest.Column;

    public bool AtEnd => rest.Length == 0;

    public char Current => Source[rest.Start];

    /// <summary>What Sprache keeps to find left recursion, which only a grammar that refers to itself can have.</summary>
    public IDictionary<object, object> Memos => throw new NotSupportedException("The grammar of a line is not recursive.");

    public IInput Advance() => AtEnd
        ? throw new InvalidOperationException("The input is already at the end of the line.")
        : After(rest.Slice(0, 1));

    /// <summary>What is left after <paramref name="token"/>, which is a part of it.</summary>
    public LineInput After(Token token) =>
        token.End == rest.Start ? this : new LineInput(rest with { Start = token.End, Length = rest.End - token.End });

    public bool Equals(IInput? other) => other is LineInput input && input.Rest == rest;

    public override bool Equals(object? obj) => Equals(obj as IInput);

    public override int GetHashCode() => rest.Start;

    public override string ToString() => $"line {Line}, column {Column}";
}
