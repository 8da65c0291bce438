using System.Globalization;
using System.Text;
using ManifestLinker.Grammar.Source;

namespace ManifestLinker.Runtime.Store.Listing;

/// <summary>Any bytes as a word of printable ASCII: what is not that, and the percent sign, stands as <c>%</c> and two hexadecimal digits.</summary>
internal static class EscapedWord
{
    /// <summary><paramref name="text"/> as a word.</summary>
    public static string Of(string text)
    {
        var word = new StringBuilder(text.Length);
        foreach (byte value in EscapedUtf8.Encode(text))
        {
            if (value is > (byte)' ' and < 0x7f and not (byte)'%') word.Append((char)value);
            else word.Append(CultureInfo.InvariantCulture, $"%{value:x2}");
        }
        return word.ToString();
    }

    /// <summary>The text that <paramref name="word"/> stands for; null where it is no such word.</summary>
    public static string? Read(ReadOnlySpan<char> word)
    {
        var bytes = new List<byte>(word.Length);
        for (int at = 0; at < word.Length; at++)
        {
            if (word[at] is <= ' ' or >= '\x7f') return null;
            if (word[at] != '%')
            {
                bytes.Add((byte)word[at]);
                continue;
            }
            if (at + 2 >= word.Length || !byte.TryParse(word.Slice(at + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out byte value)) return null;
            bytes.Add(value);
            at += 2;
        }
        return EscapedUtf8.Decode([.. bytes]);
    }
}
