namespace ManifestLinker.Grammar.Source;

/// <summary>One line of a text: where it stands, and how it ends.</summary>
public sealed class SourceLine
{
    /// <summary>The line from <paramref name="start"/> up to <paramref name="next"/>, where the next one starts.</summary>
    internal SourceLine(SourceText source, int number, int start, int next)
    {
        Source = source;
        Number = number;
        Start = start;
        Next = next;
        End = next;
        if (End == start || source.Text[End - 1] != '\n') return;
        End--;
        if (End > start && source.Text[End - 1] == '\r') End--;
    }

    /// <summary>The text it is a line of.</summary>
    public SourceText Source { get; }

    /// <summary>Its number, counted from 1.</summary>
    public int Number { get; }

    /// <summary>The offset of its first character in the whole text.</summary>
    public int Start { get; }

    /// <summary>The offset after its last character, where its terminator begins.</summary>
    public int End { get; }

    /// <summary>The offset after its terminator.</summary>
    public int Next { get; }

    /// <summary>The number of characters, the terminator not counted.</summary>
    public int Length => End - Start;

    /// <summary>Whether it ends with a carriage return and a line feed.</summary>
    public bool HasCarriageReturn => Next - End == 2;

    /// <summary>What ends it: a line feed, a carriage return and a line feed, or nothing at the end of the text.</summary>
    public ReadOnlySpan<char> Terminator => Source.Text.AsSpan(End, Next - End);

    /// <summary>Its characters, without the terminator.</summary>
    public ReadOnlySpan<char> Chars => Source.Text.AsSpan(Start, Length);

    /// <summary>Its text, without the terminator.</summary>
    public string Text => Source.Text.Substring(Start, Length);

    /// <summary>The whole line as a token, without the terminator.</summary>
    public Token Token => new(this, Start, Length);

    /// <inheritdoc/>
    public override string ToString() => Text;
}
