using System.Text;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Grammar.Source;

namespace ManifestLinker.Compiler.Import.Ips;

/// <summary>
/// A line as pkgmogrify sees it: lines that end in a backslash joined, macros put in. Each character knows the place in the file that it
/// comes from.
/// </summary>
internal sealed class LogicalLine
{
    private readonly int[] origins;

    public LogicalLine(SourceText source, string text, IReadOnlyList<int> origins)
    {
        Source = source;
        Text = text;
        this.origins = [.. origins];
    }

    /// <summary>The file.</summary>
    public SourceText Source { get; }

    /// <summary>The line, without blanks at its ends.</summary>
    public string Text { get; }

    /// <summary>The offset in the file of the character at <paramref name="index"/>.</summary>
    public int Origin(int index) => origins[index];

    /// <summary>The place of <paramref name="length"/> characters from <paramref name="start"/> on; of what reaches beyond a line, the part on the first.</summary>
    public Location At(int start, int length)
    {
        int first = origins[Math.Min(start, origins.Length - 1)];
        SourceLine line = Source.LineOf(first);
        int end = length == 0 ? first : origins[Math.Min(start + length, origins.Length) - 1] + 1;
        int column = first - line.Start + 1;
        return new Location(Source, line.Number, column, Math.Clamp(end, first + 1, Math.Max(first + 1, line.End)) - line.Start + 1);
    }

    /// <summary>The place of the whole line.</summary>
    public Location Whole => At(0, Text.Length);

    /// <summary>The lines of <paramref name="source"/> that are neither blank nor comments.</summary>
    public static IEnumerable<LogicalLine> In(SourceText source)
    {
        var text = new StringBuilder();
        var places = new List<int>();
        foreach (SourceLine line in source.Lines)
        {
            ReadOnlySpan<char> chars = line.Chars.Trim();
            bool continues = chars.EndsWith('\\');
            int start = line.Start + (line.Chars.Length - line.Chars.TrimStart().Length);
            int length = continues ? chars.Length - 1 : chars.Length;
            for (int i = 0; i < length; i++) places.Add(start + i);
            text.Append(chars[..length]);
            if (continues && line.Number < source.LineCount) continue;
            if (text.Length > 0 && text[0] != '#') yield return Trimmed(source, text.ToString(), places);
            text.Clear();
            places.Clear();
        }
    }

    /// <summary>The line with <paramref name="text"/> instead; blanks at its ends are left out.</summary>
    public static LogicalLine Trimmed(SourceText source, string text, List<int> places)
    {
        int start = text.Length - text.AsSpan().TrimStart().Length;
        int length = text.AsSpan().Trim().Length;
        return new LogicalLine(source, text.Substring(start, length), places.GetRange(start, length));
    }
}
