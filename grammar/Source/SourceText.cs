namespace ManifestLinker.Grammar.Source;

/// <summary>
/// The text of a file, cut into lines without copying any of it. A line ends with a line feed, or with a carriage return and a
/// line feed; a carriage return anywhere else, a NUL, a byte order mark and a byte that is not UTF-8 are characters like any
/// other, so that whoever reads the lines can point at them.
/// </summary>
public sealed class SourceText
{
    // Where each line starts, and, last, where the text ends.
    private readonly int[] starts;

    /// <summary>The text of the file known to the user as <paramref name="name"/>.</summary>
    public SourceText(string name, string text)
    {
        Name = name;
        Text = text;
        List<int> found = [0];
        for (int feed = text.IndexOf('\n'); feed >= 0; feed = text.IndexOf('\n', feed + 1)) found.Add(feed + 1);
        if (found[^1] < text.Length) found.Add(text.Length);
        starts = [.. found];
    }

    /// <summary>What the user calls the file; for messages.</summary>
    public string Name { get; }

    /// <summary>The whole text, line ends included.</summary>
    public string Text { get; }

    /// <summary>The number of lines. What follows the last line feed is a line only where it is not empty.</summary>
    public int LineCount => starts.Length - 1;

    /// <summary>The lines in order; none where the text is empty.</summary>
    public IEnumerable<SourceLine> Lines => Enumerable.Range(1, LineCount).Select(LineAt);

    /// <summary>Whether no line lacks its end, so that another text may be put after this one; true for an empty text.</summary>
    public bool EndsWithNewline => Text.Length == 0 || Text[^1] == '\n';

    /// <summary>Whether any line ends with a carriage return and a line feed.</summary>
    public bool HasCarriageReturns => Text.Contains("\r\n", StringComparison.Ordinal);

    /// <summary>Whether the text begins with U+FEFF. It is kept, as the first character of the first line.</summary>
    public bool HasByteOrderMark => Text.StartsWith('\uFEFF');

    /// <summary>The text of the file whose content is <paramref name="bytes"/>, whatever they are.</summary>
    public static SourceText FromBytes(string name, ReadOnlySpan<byte> bytes) => new(name, EscapedUtf8.Decode(bytes));

    /// <summary>The text of the line <paramref name="number"/>, counted from 1, without its end.</summary>
    public string Line(int number) => LineAt(number).Text;

    /// <summary>The line <paramref name="number"/>, counted from 1.</summary>
    public SourceLine LineAt(int number)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(number);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, LineCount);
        return new SourceLine(this, number, starts[number - 1], starts[number]);
    }

    /// <summary>The line that holds the character at <paramref name="offset"/>; at the end of the text, the last one.</summary>
    public SourceLine LineOf(int offset)
    {
        int found = Array.BinarySearch(starts, 0, LineCount, offset);
        return LineAt(found >= 0 ? found + 1 : ~found);
    }
}
