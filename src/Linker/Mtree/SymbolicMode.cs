namespace ManifestLinker.Linker.Mtree;

/// <summary>
/// Modes in letters, as <c>u=rwx,go=rx</c>, which mtree(5) takes as well as numbers: who (<c>u g o a</c>), an operator
/// (<c>= + -</c>) and permissions (<c>r w x s t</c>), applied from left to right to a mode of nothing, as setmode(3) does.
/// </summary>
internal static class SymbolicMode
{
    /// <summary>The low 12 bits that <paramref name="text"/> means; null where it is none.</summary>
    public static int? Parse(string text)
    {
        int mode = 0;
        foreach (string clause in text.Split(','))
        {
            int who = clause.AsSpan().IndexOfAnyExcept("ugoa");
            if (who < 0) return null;
            int mask = MaskOf(who == 0 ? "a" : clause[..who]);
            if (Apply(clause.AsSpan(who), mask, ref mode)) continue;
            return null;
        }
        return mode;
    }

    private static bool Apply(ReadOnlySpan<char> actions, int mask, ref int mode)
    {
        while (!actions.IsEmpty)
        {
            char action = actions[0];
            if (action is not ('=' or '+' or '-')) return false;
            int length = actions[1..].IndexOfAny("=+-") is var next and >= 0 ? next : actions.Length - 1;
            if (BitsOf(actions.Slice(1, length)) is not { } bits) return false;
            mode = action switch
            {
                '+' => mode | (bits & mask),
                '-' => mode & ~(bits & mask),
                _ => (mode & ~mask) | (bits & mask),
            };
            actions = actions[(length + 1)..];
        }
        return true;
    }

    private static int MaskOf(string who)
    {
        int mask = 0;
        foreach (char one in who)
        {
            mask |= one switch
            {
                'u' => 0b100_111_000_000,
                'g' => 0b010_000_111_000,
                'o' => 0b001_000_000_111,
                _ => 0b111_111_111_111,
            };
        }
        return mask;
    }

    private static int? BitsOf(ReadOnlySpan<char> permissions)
    {
        int bits = 0;
        foreach (char permission in permissions)
        {
            int bit = permission switch
            {
                'r' => 0b100_100_100,
                'w' => 0b010_010_010,
                'x' => 0b001_001_001,
                's' => 0b110_000_000_000,
                't' => 0b001_000_000_000,
                _ => 0,
            };
            if (bit == 0) return null;
            bits |= bit;
        }
        return bits;
    }
}
