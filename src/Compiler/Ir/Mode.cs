namespace ManifestLinker.Compiler.Ir;

/// <summary>The low 12 bits of a file's mode: set-user-id, set-group-id, sticky, and three times read, write, execute.</summary>
public readonly record struct Mode(int Bits)
{
    /// <summary>The set-user-id and set-group-id bits.</summary>
    public const int SetIds = 0b110_000_000_000;

    /// <summary>
    /// Reads three to five octal digits of at most 07777; false for anything else. <c>755</c>, <c>0755</c> and
    /// <c>07555</c> are numbers; whether they are well spelled is another question.
    /// </summary>
    public static bool TryParse(ReadOnlySpan<char> text, out Mode mode)
    {
        mode = default;
        if (text.Length is < 3 or > 5) return false;
        int bits = 0;
        foreach (char digit in text)
        {
            if (digit is < '0' or > '7') return false;
            bits = (bits << 3) | (digit - '0');
        }
        mode = new Mode(bits);
        return bits <= 0xfff;
    }

    /// <summary>Four octal digits.</summary>
    public override string ToString() => Convert.ToString(Bits, 8).PadLeft(4, '0');
}
