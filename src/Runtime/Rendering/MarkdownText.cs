using System.Globalization;
using System.Text;

namespace ManifestLinker.Runtime.Rendering;

/// <summary>Text from anywhere for Markdown, in a table or out of one.</summary>
internal static class MarkdownText
{
    // Markdown obeys no character that is written as a reference; letters, digits and what paths are made of stay readable.
    /// <summary><paramref name="text"/> as it is written, so that it is shown as it is.</summary>
    public static string Of(string text)
    {
        var cell = new StringBuilder(text.Length);
        foreach (Rune rune in VisibleText.Of(text).EnumerateRunes())
        {
            if (rune.IsAscii && !Rune.IsLetterOrDigit(rune) && !" ./-,;'".Contains((char)rune.Value, StringComparison.Ordinal)) cell.Append(CultureInfo.InvariantCulture, $"&#{rune.Value};");
            else cell.Append(rune);
        }
        return cell.ToString();
    }
}
