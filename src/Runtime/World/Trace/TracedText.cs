using ManifestLinker.Grammar.Source;

namespace ManifestLinker.Runtime.World.Trace;

/// <summary>Paths as strace spells them: in quotes, or behind a descriptor in angle brackets, with the escapes of C.</summary>
internal static class TracedText
{
    /// <summary>The text in quotes that <paramref name="argument"/> is; null where it is none, or is cut short.</summary>
    public static string? Quoted(string argument) =>
        argument.Length >= 2 && argument[0] == '"' && argument[^1] == '"' ? Unescape(argument.AsSpan(1, argument.Length - 2)) : null;

    /// <summary>The full path of the file that the descriptor <paramref name="argument"/> stands for; null where it is no file, or strace does not say.</summary>
    public static string? OfDescriptor(string argument)
    {
        int open = argument.IndexOf('<', StringComparison.Ordinal);
        int close = open < 0 ? -1 : argument.IndexOf('>', open);
        return close > open + 1 && argument[open + 1] == '/' ? Unescape(argument.AsSpan(open + 1, close - open - 1)) : null;
    }

    private static string Unescape(ReadOnlySpan<char> text)
    {
        if (!text.Contains('\\') && System.Text.Ascii.IsValid(text)) return text.ToString();
        var bytes = new List<byte>(text.Length);
        while (!text.IsEmpty)
        {
            (byte value, int length) = text[0] == '\\' ? Escape(text) : ((byte)text[0], 1);
            bytes.Add(value);
            text = text[length..];
        }
        return EscapedUtf8.Decode(bytes.ToArray());
    }

    private static (byte Value, int Length) Escape(ReadOnlySpan<char> text)
    {
        if (text.Length == 1) return ((byte)'\\', 1);
        if (text[1] is >= '0' and <= '7') return Number(text, first: 1, most: 3, radix: 8);
        if (text[1] == 'x' && text.Length > 2 && char.IsAsciiHexDigit(text[2])) return Number(text, first: 2, most: 2, radix: 16);
        return ((byte)(text[1] switch
        {
            'n' => '\n',
            't' => '\t',
            'r' => '\r',
            'v' => '\v',
            'f' => '\f',
            var other => other,
        }), 2);
    }

    private static (byte Value, int Length) Number(ReadOnlySpan<char> text, int first, int most, int radix)
    {
        int value = 0;
        int at = first;
        while (at < text.Length && at < first + most && DigitOf(text[at]) is var digit && digit < radix)
        {
            value = value * radix + digit;
            at++;
        }
        return ((byte)value, at);
    }

    private static int DigitOf(char character) => char.IsAsciiHexDigit(character) ? Convert.ToInt32(character.ToString(), 16) : int.MaxValue;
}
