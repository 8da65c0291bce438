using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Fixes;
using ManifestLinker.Grammar.Source;

namespace ManifestLinker.Runtime.Rendering;

/// <summary>
/// A run of characters of a text by lines and columns, which count from 1; columns in UTF-16 code units. The end is the place
/// behind the last character: of a run that takes the end of its line along, column 1 of the next line.
/// </summary>
internal readonly record struct TextRange(int StartLine, int StartColumn, int EndLine, int EndColumn)
{
    /// <summary>What <paramref name="edit"/> replaces.</summary>
    public static TextRange Of(Edit edit)
    {
        (int startLine, int startColumn) = Position(edit.Source, edit.Start);
        (int endLine, int endColumn) = Position(edit.Source, edit.End);
        return new TextRange(startLine, startColumn, endLine, endColumn);
    }

    /// <summary>
    /// The range of <paramref name="place"/>, but never beyond its text: a finding may point behind the last character of a line,
    /// at what is missing there.
    /// </summary>
    public static TextRange Within(Location place)
    {
        int line = Math.Clamp(place.Line, 1, Math.Max(1, place.Source.LineCount));
        int behind = line > place.Source.LineCount ? 1 : place.Source.LineAt(line).Chars.Length + 1;
        bool isBelow = line < place.Line;
        int start = isBelow ? behind : Math.Clamp(place.Column, 1, behind);
        int end = isBelow ? behind : Math.Clamp(place.EndColumn, start, behind);
        return new TextRange(line, start, line, end);
    }

    /// <summary>The same range with the columns in bytes of UTF-8, counted from 1.</summary>
    public TextRange InBytes(SourceText source) =>
        this with { StartColumn = ByteColumn(source, StartLine, StartColumn), EndColumn = ByteColumn(source, EndLine, EndColumn) };

    private static (int Line, int Column) Position(SourceText source, int offset)
    {
        if (source.LineCount == 0) return (1, 1);
        SourceLine line = source.LineOf(offset);
        // Behind the last line feed begins a line that has no characters yet.
        return offset == line.Next && !line.Terminator.IsEmpty ? (line.Number + 1, 1) : (line.Number, offset - line.Start + 1);
    }

    private static int ByteColumn(SourceText source, int line, int column)
    {
        ReadOnlySpan<char> chars = line > source.LineCount ? [] : source.LineAt(line).Token.Chars;
        return EscapedUtf8.ByteCount(chars[..Math.Min(column - 1, chars.Length)]) + 1 + Math.Max(0, column - 1 - chars.Length);
    }
}
