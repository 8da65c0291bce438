using System.Buffers;
using System.Text;

namespace ManifestLinker.Compiler.Scripts;

/// <summary>Tells from the first bytes of a file what of <see cref="Startable"/> it is.</summary>
public static class StartableReader
{
    private static readonly SearchValues<byte> OfName =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_"u8);

    private static readonly SearchValues<byte> EndOfWord = SearchValues.Create(" \t\r\n;&|"u8);

    // How text begins that was written for a shell: by a word that is nothing else.
    private static readonly HashSet<string> ShellWords =
    [
        ":", ".", "!", "[[", "alias", "builtin", "case", "cd", "echo", "eval", "exec", "exit", "export", "for", "function", "if",
        "local", "print", "printf", "read", "readonly", "return", "set", "shift", "source", "test", "trap", "typeset", "ulimit", "umask",
        "unset", "until", "while",
    ];

    /// <summary>What a file that begins with <paramref name="head"/> is.</summary>
    public static Startable Read(ReadOnlySpan<byte> head)
    {
        if (head.IsEmpty) return Startable.Empty;
        // Control-K, control-S, control-H: SHBINMAGIC_STRING of usr/src/uts/common/conf/param.c.
        if (head.StartsWith("\x0b\x13\x08\0"u8)) return Startable.CompiledShell;
        if (head.StartsWith("\uFEFF#!"u8)) return Startable.MarkBeforeMagic;
        if (!IsText(head)) return Startable.No;
        ReadOnlySpan<byte> text = head.TrimStart(" \t\r\n\f"u8);
        if (text.StartsWith("#!"u8)) return Startable.BlankBeforeMagic;
        return text.IsEmpty || text[0] == '#' || BeginsWithCommand(text) ? Startable.ShellText : Startable.No;
    }

    private static bool IsText(ReadOnlySpan<byte> bytes)
    {
        foreach (byte b in bytes)
        {
            if (b is 0x7f or (< 0x20 and not ((byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)'\f'))) return false;
        }
        return true;
    }

    // A word of the shell, or a variable that is set: NAME=...
    private static bool BeginsWithCommand(ReadOnlySpan<byte> text)
    {
        int end = text.IndexOfAny(EndOfWord);
        ReadOnlySpan<byte> word = end < 0 ? text : text[..end];
        int equals = word.IndexOf((byte)'=');
        if (equals > 0 && !char.IsAsciiDigit((char)word[0]) && word[..equals].IndexOfAnyExcept(OfName) < 0) return true;
        // A test, and no list of JSON.
        if (text.StartsWith("[ -"u8) || text.StartsWith("[ !"u8) || text.StartsWith("[ $"u8)) return true;
        return ShellWords.Contains(Encoding.Latin1.GetString(word[..Math.Min(word.Length, 16)]));
    }
}
