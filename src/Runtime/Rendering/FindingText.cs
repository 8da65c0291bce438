using System.Globalization;
using ManifestLinker.Compiler.Diagnostics;

namespace ManifestLinker.Runtime.Rendering;

/// <summary>Writes one message with its places, each with its line and a mark under the run of characters that is meant.</summary>
internal sealed class FindingText(TextWriter output, Palette palette, FileNames files)
{
    /// <summary>Writes a message of <paramref name="severity"/>; all text may be from anywhere.</summary>
    /// <param name="severity">How grave it is.</param>
    /// <param name="code">The id of the rule; null where the message is of none.</param>
    /// <param name="message">What is wrong.</param>
    /// <param name="place">Where, in a text.</param>
    /// <param name="otherwise">What it is about, for a message that stands in no text.</param>
    /// <param name="related">The other places.</param>
    /// <param name="help">What to do.</param>
    public void Write(
        Severity severity, string? code, string message, Location? place, string? otherwise, IReadOnlyList<Related> related, string? help)
    {
        string word = SeverityNames.Of(severity) + (code is null ? "" : $"[{code}]");
        output.WriteLine(palette.Severe(severity, word) + palette.Strong(": " + VisibleText.Of(message)));
        int width = related.Select(other => other.Location).Append(place).Max(at => at is null ? 1 : Digits(at.Line));
        var indent = new string(' ', width);
        if (place is not null)
        {
            output.WriteLine($"{indent}{palette.Frame("-->")} {NameOf(place)}");
            WriteExcerpt(place, indent, marks => palette.Severe(severity, marks), '^');
        }
        else if (otherwise is not null)
        {
            output.WriteLine($"{indent}{palette.Frame("-->")} {VisibleText.Of(otherwise)}");
        }
        foreach (Related other in related) WriteRelated(other, indent);
        if (help is not null) output.WriteLine($"{indent} {palette.Frame("=")} {palette.Strong("help")}: {VisibleText.Of(help)}");
        output.WriteLine();
    }

    private void WriteRelated(Related other, string indent)
    {
        string text = VisibleText.Of(other.Message);
        if (other.Location is { } place)
        {
            output.WriteLine($"{indent}{palette.Frame(":::")} {NameOf(place)}: {text}");
            WriteExcerpt(place, indent, palette.Frame, '-');
        }
        else
        {
            string where = other.Path is { } path ? $"{VisibleText.Of(files.Shown(path))}: " : "";
            output.WriteLine($"{indent}{palette.Frame(":::")} {where}{text}");
        }
    }

    private void WriteExcerpt(Location place, string indent, Func<string, string> paint, char mark)
    {
        Excerpt excerpt = Excerpt.At(place);
        string number = place.Line.ToString(CultureInfo.InvariantCulture).PadLeft(indent.Length);
        string bar = palette.Frame("|");
        output.WriteLine($"{indent} {bar}");
        output.WriteLine(excerpt.Line.Length == 0 ? $"{palette.Frame(number)} {bar}" : $"{palette.Frame(number)} {bar} {excerpt.Line}");
        output.WriteLine($"{indent} {bar} {new string(' ', excerpt.MarkAt)}{paint(new string(mark, excerpt.MarkLength))}");
    }

    private string NameOf(Location place) =>
        string.Create(CultureInfo.InvariantCulture, $"{VisibleText.Of(files.Shown(place.File))}:{place.Line}:{place.Column}");

    private static int Digits(int number) => number.ToString(CultureInfo.InvariantCulture).Length;
}
