namespace ManifestLinker.Grammar.Source;

/// <summary>A run of characters of a line. No text is copied until it is asked for.</summary>
/// <param name="SourceLine">The line it stands in.</param>
/// <param name="Start">The offset of the first character in the whole text.</param>
/// <param name="Length">The number of characters (UTF-16 code units).</param>
public readonly record struct Token(SourceLine SourceLine, int Start, int Length)
{
    /// <summary>The text it is a part of.</summary>
    public SourceText Source => SourceLine.Source;

    /// <summary>The offset after the last character.</summary>
    public int End => Start + Length;

    /// <summary>The number of its line, counted from 1.</summary>
    public int Line => SourceLine.Number;

    /// <summary>The position of the first character in its line, counted from 1 in UTF-16 code units.</summary>
    public int Column => Start - SourceLine.Start + 1;

    /// <summary>Where it stands, without what it stands in.</summary>
    public TextSpan Span => new(Start, Length, Line, Column);

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
        return new Token(SourceLine, Start + offset, length);
    }

    /// <inheritdoc/>
    public override string ToString() => Text;
}
