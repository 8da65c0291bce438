namespace ManifestLinker.Compiler.Resolve;

/// <summary>
/// A pattern for names as fnmatch(5) reads it in the C locale, without flags: <c>*</c>, <c>?</c>, <c>[a-z]</c>, <c>[!a-z]</c>,
/// classes such as <c>[[:digit:]]</c>, and a backslash before a character that stands for itself.
/// </summary>
public sealed class ShellPattern(string pattern)
{
    /// <summary>The pattern as it was written.</summary>
    public string Pattern => pattern;

    /// <summary>Whether the whole of <paramref name="name"/> fits. The time is at most the product of both lengths.</summary>
    public bool Matches(ReadOnlySpan<char> name)
    {
        int part = 0;
        int at = 0;
        (int Part, int At)? star = null;
        while (at < name.Length)
        {
            if (part < pattern.Length && pattern[part] == '*')
            {
                star = (++part, at);
            }
            else if (part < pattern.Length && MatchOne(part, name[at], out int next))
            {
                part = next;
                at++;
            }
            else if (star is { } last)
            {
                // What stands before the last star may be matched as early as it can be: only that one is tried again.
                star = last with { At = last.At + 1 };
                (part, at) = (last.Part, last.At + 1);
            }
            else
            {
                return false;
            }
        }
        return pattern.AsSpan(part).IndexOfAnyExcept('*') < 0;
    }

    private bool MatchOne(int part, char c, out int next)
    {
        next = part + 1;
        switch (pattern[part])
        {
            case '?':
                return true;
            case '[' when ShellBracket.TryRead(pattern, part, out ShellBracket bracket):
                next = bracket.End;
                return bracket.Contains(c);
            case '\\':
                next = part + 2;
                return next <= pattern.Length && pattern[part + 1] == c;
            case var literal:
                return literal == c;
        }
    }

    /// <inheritdoc/>
    public override string ToString() => pattern;
}
