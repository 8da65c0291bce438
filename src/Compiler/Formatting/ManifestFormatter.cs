using System.Text;
using ManifestLinker.Grammar.Source;
using ManifestLinker.Grammar.Syntax;

namespace ManifestLinker.Compiler.Formatting;

/// <summary>
/// Writes a manifest in its canonical form: every line in its canonical spelling, every group of entries in order, LF at the end
/// of every line. The manifest says the same before and after, and formatting it again changes nothing.
/// </summary>
public static class ManifestFormatter
{
    /// <summary>
    /// The canonical form of <paramref name="manifest"/>, with the same name; the same object where it has it already. What is no
    /// line of the grammar stays where and as it is. A manifest with conflict markers is not for formatting: what stands between
    /// them has not been decided.
    /// </summary>
    public static SourceText Format(ManifestSyntax manifest)
    {
        var text = new StringBuilder(manifest.Source.Text.Length);
        foreach (LineSyntax line in LineGroup.Of(manifest).SelectMany(group => group.Sorted))
        {
            if (LineSpelling.Of(line) is { } spelling) text.Append(spelling).Append('\n');
            else AppendAsItIs(text, line.Line);
        }
        string formatted = text.ToString();
        return formatted.Equals(manifest.Source.Text, StringComparison.Ordinal) ? manifest.Source : new SourceText(manifest.Source.Name, formatted);
    }

    // A line that ends in a carriage return of its own keeps its end, too: with another one it would lose it.
    private static void AppendAsItIs(StringBuilder text, SourceLine line)
    {
        text.Append(line.Chars);
        if (line.Chars.EndsWith('\r')) text.Append(line.Terminator);
        else text.Append('\n');
    }
}
