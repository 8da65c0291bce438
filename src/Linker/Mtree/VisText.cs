using System.Text;
using ManifestLinker.Grammar.Source;

namespace ManifestLinker.Linker.Mtree;

/// <summary>
/// Names as mtree(5) spells them: in the way of vis(3) with octal escapes. Besides what vis escapes, the characters of patterns are
/// escaped, which the mtree of the BSDs would match against names, and <c>#</c> and <c>=</c>.
/// </summary>
public static class VisText
{
    /// <summary>The spelling of <paramref name="text"/>; ASCII without blanks.</summary>
    public static string Encode(string text)
    {
        var spelled = new StringBuilder(text.Length);
        foreach (byte unit in EscapedUtf8.Encode(text))
        {
            if (unit is > 0x20 and < 0x7f and not ((byte)'\\' or (byte)'#' or (byte)'=' or (byte)'*' or (byte)'?' or (byte)'['))
                spelled.Append((char)unit);
            else
                spelled.Append('\\').Append((char)('0' + (unit >> 6))).Append((char)('0' + ((unit >> 3) & 7))).Append((char)('0' + (unit & 7)));
        }
        return spelled.ToString();
    }

    /// <summary>
    /// Reads a spelling with octal escapes, those of C, or those with <c>\^</c> and <c>\M</c>, which the mtree of NetBSD writes, as
    /// unvis(3) does; null where a backslash escapes nothing that is known.
    /// </summary>
    public static string? Decode(ReadOnlySpan<char> spelled)
    {
        if (!spelled.Contains('\\')) return spelled.ToString();
        var bytes = new List<byte>(spelled.Length);
        while (!spelled.IsEmpty)
        {
            int plain = spelled.IndexOf('\\');
            if (plain < 0) plain = spelled.Length;
            bytes.AddRange(EscapedUtf8.Encode(spelled[..plain]));
            spelled = spelled[plain..];
            if (spelled.IsEmpty) break;
            int length = DecodeEscape(spelled, out byte unit);
            if (length == 0) return null;
            bytes.Add(unit);
            spelled = spelled[length..];
        }
        return EscapedUtf8.Decode([.. bytes]);
    }

    /// <summary>The byte that the escape at the start of <paramref name="text"/> stands for, and the escape's length; 0 for none.</summary>
    private static int DecodeEscape(ReadOnlySpan<char> text, out byte unit)
    {
        unit = 0;
        if (text.Length >= 4 && text[1] is >= '0' and <= '3' && text[2] is >= '0' and <= '7' && text[3] is >= '0' and <= '7')
        {
            unit = (byte)(((text[1] - '0') << 6) | ((text[2] - '0') << 3) | (text[3] - '0'));
            return 4;
        }
        if (text.Length < 2) return 0;
        if (text[1] is 'M' or '^') return DecodeControl(text, out unit);
        int meant = text[1] switch
        {
            'a' => 7, 'b' => 8, 't' => 9, 'n' => 10, 'v' => 11, 'f' => 12, 'r' => 13, 's' => 32, '\\' => '\\', '#' => '#', '0' => 0, _ => -1,
        };
        unit = (byte)meant;
        return meant < 0 ? 0 : 2;
    }

    // \^C is a control character, \M-c a character with the eighth bit, \M^C both.
    private static int DecodeControl(ReadOnlySpan<char> text, out byte unit)
    {
        int high = text[1] == 'M' ? 0x80 : 0;
        ReadOnlySpan<char> rest = high == 0 ? text[1..] : text[2..];
        bool control = rest.StartsWith('^');
        unit = 0;
        if (rest.Length < 2 || (!control && rest[0] != '-') || rest[1] is < ' ' or > '~') return 0;
        unit = (byte)(high | (!control ? rest[1] : rest[1] == '?' ? 0x7f : rest[1] & 0x1f));
        return text.Length - rest.Length + 2;
    }
}
