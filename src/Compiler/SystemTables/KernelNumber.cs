namespace ManifestLinker.Compiler.SystemTables;

/// <summary>
/// The numbers of tables: octal with a leading 0, hexadecimal with 0x, else decimal, with <c>-</c> or <c>~</c> before them
/// (<c>kobj_getvalue()</c> in <c>usr/src/uts/common/os/modsysfile.c</c>, <c>getvalue()</c> in
/// <c>usr/src/lib/libdevinfo/devinfo_devperm.c</c>).
/// </summary>
public static class KernelNumber
{
    /// <summary>The number that <paramref name="text"/> spells, of 64 bits as the kernel counts, so that a negative one is very large; null where it spells none.</summary>
    public static ulong? Parse(ReadOnlySpan<char> text)
    {
        char sign = text.Length > 0 && text[0] is ('-' or '~') ? text[0] : ' ';
        if (sign != ' ') text = text[1..];
        if (text.IsEmpty) return null;
        uint radix = 10;
        if (text[0] == '0' && text.Length > 1)
        {
            radix = text[1] is 'x' or 'X' ? 16u : 8u;
            text = text[(radix == 16 ? 2 : 1)..];
        }
        ulong number = 0;
        foreach (char digit in text)
        {
            if (!char.IsAsciiHexDigit(digit)) return null;
            uint worth = (uint)(char.IsAsciiDigit(digit) ? digit - '0' : (digit | 0x20) - 'a' + 10);
            if (worth >= radix) return null;
            number = unchecked((number * radix) + worth);
        }
        return sign switch
        {
            '-' => unchecked(0 - number),
            '~' => ~number,
            _ => number,
        };
    }
}
