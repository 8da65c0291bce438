namespace ManifestLinker.Grammar.Source;

/// <summary>One line of a text: where it stands, and how it ends.</summary>
/// <param name="Source">The text it is a line of.</param>
/// <param name="Number">Its number, counted from 1.</param>
/// <param name="Start">The offset of its first character in the whole text.</param>
/// <param name="Next">The offset after its terminator.</param>
public readonly record struct SourceLine(SourceText Source, int Number, int Start, int Next)
{
    /// <summary>What ends it: a line feed, a carriage return and a line feed, or nothing at the end of the text.</summary>
    public ReadOnlySpan<char> Terminator => Whole switch
    {
        [.., '\r', '\n'] => "\r\n",
        [.., '\n'] => "\n",
        _ => "",
    };

    /// <summary>The offset after its last character, where its terminator begins.</summary>
    public int End => Next - Terminator.Length;

    /// <summary>Whether it ends with a carriage return and a line feed.</summary>
    public bool HasCarriageReturn => Terminator.Length == 2;

    /// <summary>The whole line as a token, without the terminator.</summary>
    public Token Token => new(Source, Start, End - Start);

    /// <summary>Its characters, without the terminator.</summary>
    public ReadOnlySpan<char> Chars => Token.Chars;

    /// <summary>Its text, without the terminator.</summary>
    public string Text => Token.Text;

    private ReadOnlySpan<char> Whole => Source.Text.AsSpan(Start, Next - Start);

    /// <inheritdoc/>
    public override string ToString() => Text;
}
