namespace ManifestLinker.Grammar.Source;

/// <summary>A run of characters of a line. No text is copied until it is asked for.</summary>
/// <param name="Source">The text it is a part of; it never reaches beyond one line of it.</param>
/// <param name="Start">The offset of the first character in the whole text.</param>
/// <param name="Length">The number of characters (UTF-16 code units).</param>
public readonly record struct Token(SourceText Source, int Start, int Length)
{
    /// <summary>The offset after the last character.</summary>
    public int End => Start + Length;

    /// <summary>The line it stands in, which is searched for.</summary>
    public SourceLine SourceLine => Source.LineOf(Start);

    /// <summary>The number of its line, counted from 1.</summary>
    public int Line => SourceLine.Number;

    /// <summary>The position of the first character in its line, counted from 1 in UTF-16 code units.</summary>
    public int Column => Span.Column;

    /// <summary>Where it stands, without what it stands in.</summary>
    public TextSpan Span
    {
        get
        {
            SourceLine line = SourceLine;
            return new TextSpan(Start, Length, line.Number, Start - line.Start + 1);
        }
    }

    /// <summary>Its characters.</summary>
    public ReadOnlySpan<char> Chars => Source.Text.AsSpan(Start, Length);

    /// <summary>Its text, as a new string.</summary>
    public string Text => Source.Text.Substring(Start, Length);

    /// <summary>Whether its text is <paramref name="text"/>.</summary>
    public bool Is(ReadOnlySpan<char> text) => Chars.SequenceEqual(text);

    /// <summary>The <paramref name="length"/> characters from <paramref name="offset"/> on, counted from its first.</summary>
    public Token Slice(int offset, int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, Length - offset);
        return new Token(Source, Start + offset, length);
    }

    /// <inheritdoc/>
    public override string ToString() => Text;
}
