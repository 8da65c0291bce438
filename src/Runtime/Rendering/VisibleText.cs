using System.Globalization;
using System.Text;
using ManifestLinker.Grammar.Source;

namespace ManifestLinker.Runtime.Rendering;

/// <summary>
/// Text from anywhere, made fit to be shown: what a terminal would obey or nobody could see stands there by its number, so that
/// a file name cannot colour the screen, move the cursor or turn the reading direction. <c>&lt;U+001B&gt;</c> is a character,
/// <c>&lt;0x80&gt;</c> a byte that is not UTF-8.
/// </summary>
internal static class VisibleText
{
    /// <summary><paramref name="text"/> as it is shown.</summary>
    public static string Of(string text)
    {
        if (text.AsSpan().IndexOfAnyExceptInRange(' ', '~') < 0) return text;
        var shown = new StringBuilder(text.Length + 16);
        for (int at = 0; at < text.Length;)
        {
            shown.Append(At(text.AsSpan(at), out int consumed));
            at += consumed;
        }
        return shown.ToString();
    }

    /// <summary>The first character of <paramref name="text"/> as it is shown, and how many UTF-16 code units it is.</summary>
    public static string At(ReadOnlySpan<char> text, out int consumed)
    {
        char unit = text[0];
        if (Rune.DecodeFromUtf16(text, out Rune rune, out consumed) != System.Buffers.OperationStatus.Done)
        {
            consumed = 1;
            return EscapedUtf8.IsEscape(unit) ? $"<0x{unit - 0xDC00:x2}>" : Number(unit);
        }
        return IsSeen(rune) ? rune.ToString() : Number(rune.Value);
    }

    private static bool IsSeen(Rune rune) => Rune.GetUnicodeCategory(rune) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
        or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);

    private static string Number(int value) => string.Create(CultureInfo.InvariantCulture, $"<U+{value:X4}>");
}
