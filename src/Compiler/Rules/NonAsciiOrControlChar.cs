using System.Buffers;
using System.Text;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Grammar.Source;

namespace ManifestLinker.Compiler.Rules;

/// <summary>MLC1013: A word has a character other than printable ASCII.</summary>
public static class NonAsciiOrControlChar
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC1013",
        Name = "non-ascii-or-control-char",
        Severity = Severity.Warning,
        Phase = Phase.Syntax,
        Summary = "A word has a character other than printable ASCII.",
        Explanation =
            "Such a name depends on the locale of every tool it passes through. A NUL byte or bytes that are not "
            + "UTF-8 cannot name an object at all here: these are errors, and the line delivers nothing.",
        Bad = "f usr/share/doc/café 0444 root bin",
        Good = "f usr/share/doc/cafe 0444 root bin",
    };

    /// <summary>The character at <paramref name="index"/> of <paramref name="word"/> is odd.</summary>
    public static Finding At(Token word, int index)
    {
        char odd = word.Chars[index];
        bool whole = Rune.DecodeFromUtf16(word.Chars[index..], out Rune rune, out int length) == OperationStatus.Done;
        string what = odd == '\0' ? "a NUL byte"
            : EscapedUtf8.IsEscape(odd) || !whole ? $"the byte 0x{odd - 0xDC00:x2}, which is not UTF-8"
            : Rune.IsControl(rune) ? $"the control character U+{rune.Value:X4}"
            : Rune.IsLetterOrDigit(rune) ? $"the character '{rune}' (U+{rune.Value:X4}), which is not ASCII"
            : odd == '\uFEFF' ? "a byte order mark (U+FEFF)"
            : $"the character U+{rune.Value:X4}, which is not ASCII";
        Location at = new(word.Source, word.Line, word.Column + index, word.Column + index + length);
        return Finding.Of(Rule, $"a word has {what}", at) with
        {
            Severity = IsFatal(odd) ? Severity.Error : Severity.Warning,
            Help = "use printable ASCII",
            DetailKey = word.Source.Line(word.Line).ToString(),
        };
    }

    /// <summary>
    /// The index of the first character of <paramref name="text"/> that no object can have in its name; of the first odd one where there
    /// is no such; -1 where there is none.
    /// </summary>
    public static int WorstIn(ReadOnlySpan<char> text)
    {
        int first = text.IndexOfAnyExceptInRange('!', '~');
        for (int i = Math.Max(first, 0); i < text.Length; i++)
        {
            if (IsFatal(text[i])) return i;
        }
        return first;
    }

    /// <summary>Whether no object can have <paramref name="odd"/> in its name.</summary>
    public static bool IsFatal(char odd) => odd == '\0' || EscapedUtf8.IsEscape(odd);
}
