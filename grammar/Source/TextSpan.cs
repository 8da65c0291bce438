namespace ManifestLinker.Grammar.Source;

/// <summary>A place in a text, as a message gives it.</summary>
/// <param name="Start">The offset of the first character in the whole text.</param>
/// <param name="Length">The number of characters (UTF-16 code units).</param>
/// <param name="Line">The number of the line, counted from 1; a place never reaches beyond its line.</param>
/// <param name="Column">The position of the first character in its line, counted from 1 in UTF-16 code units.</param>
public readonly record struct TextSpan(int Start, int Length, int Line, int Column)
{
    /// <summary>The offset after the last character.</summary>
    public int End => Start + Length;

    /// <summary>The column after the last character.</summary>
    public int EndColumn => Column + Length;
}
