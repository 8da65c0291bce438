using System.Text;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Grammar.Source;
using Spectre.Console;

namespace ManifestLinker.Runtime.Rendering;

/// <summary>
/// One line of a text with a run of it marked, as it is shown on a terminal: tabs as blanks, odd characters by their numbers, and
/// of a long line the part around the mark.
/// </summary>
/// <param name="Line">The line as it is shown.</param>
/// <param name="MarkAt">How many columns of the terminal stand before the mark.</param>
/// <param name="MarkLength">How many columns the mark is wide; at least one.</param>
internal readonly record struct Excerpt(string Line, int MarkAt, int MarkLength)
{
    private const int MaxColumns = 120;
    private const int ColumnsBefore = 40;
    private const int TabStop = 8;
    private const string Cut = "...";

    // A line of characters without width would never fill the columns.
    private const int MaxUnits = 4 * MaxColumns;

    /// <summary>The excerpt at <paramref name="place"/>.</summary>
    public static Excerpt At(Location place) => Of(LineOf(place), place.Column - 1, place.EndColumn - place.Column);

    /// <summary>The excerpt of <paramref name="line"/> with <paramref name="length"/> UTF-16 code units from <paramref name="start"/> on marked.</summary>
    public static Excerpt Of(ReadOnlySpan<char> line, int start, int length)
    {
        start = Math.Clamp(start, 0, line.Length);
        int end = Math.Clamp(start + length, start, line.Length);
        int at = Fits(line, 0, 0) ? 0 : FirstShown(line, start);
        var shown = new StringBuilder(at > 0 ? Cut : "");
        int column = shown.Length;
        int markAt = -1;
        int markEnd = -1;
        while (at < line.Length)
        {
            string glyph = Glyph(line[at..], column, out int consumed, out int width);
            if (markAt < 0 && at + consumed > start) markAt = column;
            if (markEnd < 0 && at >= end) markEnd = column;
            if (column + width > MaxColumns - Cut.Length && !Fits(line, at, column))
            {
                shown.Append(Cut);
                break;
            }
            shown.Append(glyph);
            column += width;
            at += consumed;
        }
        if (markAt < 0) markAt = column;
        if (markEnd < 0) markEnd = column;
        return new Excerpt(shown.ToString().TrimEnd(' '), markAt, Math.Max(1, markEnd - markAt));
    }

    private static ReadOnlySpan<char> LineOf(Location place) =>
        place.Line <= place.Source.LineCount ? place.Source.LineAt(place.Line).Chars : [];

    private static string Glyph(ReadOnlySpan<char> text, int column, out int consumed, out int width)
    {
        string glyph = VisibleText.At(text, out consumed);
        if (text[0] == '\t') glyph = new string(' ', TabStop - (column % TabStop));
        width = glyph[0] is >= ' ' and <= '~' ? glyph.Length : glyph.GetCellWidth();
        return glyph;
    }

    // Whether all from an offset on can be shown when it begins at a column.
    private static bool Fits(ReadOnlySpan<char> line, int at, int column)
    {
        if (line.Length - at > MaxUnits) return false;
        while (at < line.Length && column <= MaxColumns)
        {
            Glyph(line[at..], column, out int consumed, out int width);
            column += width;
            at += consumed;
        }
        return column <= MaxColumns;
    }

    // As far before the mark as there is room for.
    private static int FirstShown(ReadOnlySpan<char> line, int start)
    {
        int first = start;
        for (int room = ColumnsBefore; first > 0 && start - first < MaxUnits;)
        {
            int before = first > 1 && char.IsSurrogatePair(line[first - 2], line[first - 1]) ? first - 2 : first - 1;
            Glyph(line[before..], 0, out _, out int width);
            room -= width;
            if (room < 0) break;
            first = before;
        }
        return first;
    }
}
