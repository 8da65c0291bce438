namespace ManifestLinker.Compiler.Resolve;

/// <summary>A bracket expression of a shell pattern: the characters between <c>[</c> and <c>]</c>; <see cref="End"/> is the place behind it.</summary>
internal readonly record struct ShellBracket(string Pattern, int First, int Last, bool Negated)
{
    /// <summary>The place in the pattern behind the closing bracket.</summary>
    public int End => Last + 1;

    /// <summary>Reads the expression that opens at <paramref name="open"/>; false where it is not closed, and the bracket stands for itself.</summary>
    public static bool TryRead(string pattern, int open, out ShellBracket bracket)
    {
        bool negated = open + 1 < pattern.Length && pattern[open + 1] is '!' or '^';
        int first = open + (negated ? 2 : 1);
        // A closing bracket that comes first is one of the characters.
        for (int at = first; at < pattern.Length; at = Next(pattern, at))
        {
            if (pattern[at] != ']' || at == first) continue;
            bracket = new(pattern, first, at, negated);
            return true;
        }
        bracket = default;
        return false;
    }

    /// <summary>Whether <paramref name="c"/> is one of the characters, or, where they are negated, none of them.</summary>
    public bool Contains(char c)
    {
        bool found = false;
        for (int at = First; at < Last;)
        {
            if (ClassAt(Pattern, at) is { Length: > 0 } name)
            {
                found |= IsOf(name, c);
                at += name.Length + 4;
                continue;
            }
            (char low, at) = Single(at);
            char high = low;
            if (at + 1 < Last && Pattern[at] == '-') (high, at) = Single(at + 1);
            found |= c >= low && c <= high;
        }
        return found != Negated;
    }

    private (char Character, int Next) Single(int at) =>
        Pattern[at] == '\\' && at + 1 < Last ? (Pattern[at + 1], at + 2) : (Pattern[at], at + 1);

    private static int Next(string pattern, int at)
    {
        if (ClassAt(pattern, at) is { Length: > 0 } name) return at + name.Length + 4;
        return pattern[at] == '\\' ? at + 2 : at + 1;
    }

    // The name between "[:" and ":]"; empty where no class stands there.
    private static string ClassAt(string pattern, int at)
    {
        if (!pattern.AsSpan(at).StartsWith("[:")) return "";
        int end = pattern.IndexOf(":]", at + 2, StringComparison.Ordinal);
        if (end < 0) return "";
        string name = pattern[(at + 2)..end];
        return name is "alpha" or "digit" or "alnum" or "upper" or "lower" or "punct" or "space" or "xdigit" ? name : "";
    }

    private static bool IsOf(string name, char c) => name switch
    {
        "alpha" => char.IsAsciiLetter(c),
        "digit" => char.IsAsciiDigit(c),
        "alnum" => char.IsAsciiLetterOrDigit(c),
        "upper" => char.IsAsciiLetterUpper(c),
        "lower" => char.IsAsciiLetterLower(c),
        "xdigit" => char.IsAsciiHexDigit(c),
        "space" => c is ' ' or (>= '\t' and <= '\r'),
        _ => c is > ' ' and < '\x7f' && !char.IsAsciiLetterOrDigit(c),
    };
}
