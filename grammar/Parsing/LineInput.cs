using ManifestLinker.Grammar.Source;
using Sprache;

namespace ManifestLinker.Grammar.Parsing;

/// <summary>
/// What is left of a line, as Sprache sees it. It stands in for Sprache's own <see cref="Input"/>, which makes a dictionary
/// for every character it steps over; this one steps over a whole word at once.
/// </summary>
internal sealed class LineInput(SourceLine line, int position) : IInput
{
    private Dictionary<object, object>? memos;

    public string Source => line.Source.Text;

    public int Position => position;

    public int Line => line.Number;

    public int Column => position - line.Start + 1;

    public bool AtEnd => position == line.End;

    public char Current => Source[position];

    public IDictionary<object, object> Memos => memos ??= [];

    /// <summary>The line all of this is about.</summary>
    public SourceLine SourceLine => line;

    /// <summary>The characters up to the end of the line.</summary>
    public ReadOnlySpan<char> Rest => Source.AsSpan(position, line.End - position);

    public IInput Advance() =>
        AtEnd ? throw new InvalidOperationException("The input is already at the end of the line.") : Skip(1);

    /// <summary>What is left after <paramref name="count"/> characters.</summary>
    public LineInput Skip(int count) => count == 0 ? this : new LineInput(line, position + count);

    /// <summary>The next <paramref name="length"/> characters.</summary>
    public Token Take(int length) => new(line, position, length);

    public bool Equals(IInput? other) =>
        other is LineInput input && ReferenceEquals(input.SourceLine, line) && input.Position == position;

    public override bool Equals(object? obj) => Equals(obj as IInput);

    public override int GetHashCode() => position;

    public override string ToString() => $"line {Line}, column {Column}";
}
