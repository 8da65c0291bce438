namespace ManifestLinker.Compiler.Ir;

/// <summary>The low 12 bits of a file's mode: set-user-id, set-group-id, sticky, and three times read, write, execute.</summary>
public readonly record struct Mode(int Bits)
{
    /// <summary>The set-user-id and set-group-id bits.</summary>
    public const int SetIds = 0b110_000_000_000;

    /// <summary>The sticky bit: in a directory that has it, one deletes only what is one's own.</summary>
    public const int Sticky = 0b001_000_000_000;

    /// <summary>Read, for owner, group and others.</summary>
    public const int Read = 0b100_100_100;

    /// <summary>Write, for owner, group and others.</summary>
    public const int Write = 0b010_010_010;

    /// <summary>Execute, for owner, group and others; in a directory, to search it.</summary>
    public const int Execute = 0b001_001_001;

    /// <summary>The three bits of the owner.</summary>
    public const int Owner = 0b111_000_000;

    /// <summary>The three bits of the group.</summary>
    public const int Group = 0b000_111_000;

    /// <summary>The three bits of everybody else.</summary>
    public const int Others = 0b000_000_111;

    /// <summary>Whether it has any of <paramref name="bits"/>.</summary>
    public bool HasAny(int bits) => (Bits & bits) != 0;

    /// <summary>It, with <paramref name="bits"/>.</summary>
    public Mode With(int bits) => new(Bits | bits);

    /// <summary>It, without <paramref name="bits"/>.</summary>
    public Mode Without(int bits) => new(Bits & ~bits);

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

    /// <summary>As <see cref="TryParse"/>; a <see cref="FormatException"/> for what is no mode.</summary>
    public static Mode Parse(string text) =>
        TryParse(text, out Mode mode) ? mode : throw new FormatException($"'{text}' is no mode");

    /// <summary>Four octal digits.</summary>
    public override string ToString() => Convert.ToString(Bits, 8).PadLeft(4, '0');
}
