namespace ManifestLinker.Compiler.Import.Exceptions;

/// <summary>
/// The Perl patterns of exception files, as far as they are made of characters, <c>.</c>, <c>.*</c>, <c>[...]</c>, <c>(a|b)</c>, <c>?</c> and
/// anchors; <c>MACH(dir)</c> stands for a directory and its 64-bit part. Every choice in a pattern makes two of it.
/// </summary>
internal sealed class PerlPattern
{
    private const int MostChoices = 64;

    private readonly string text;
    private readonly string machine;
    private int at;

    private PerlPattern(string text, string machine)
    {
        this.text = text;
        this.machine = machine;
    }

    /// <summary>What <paramref name="text"/> fits, one list of pieces for each way through its choices; where it cannot be said so, why.</summary>
    /// <param name="text">The pattern.</param>
    /// <param name="machine">The name of the 64-bit directories, as <c>amd64</c>.</param>
    /// <param name="obstacle">Why there is no result; null where there is one.</param>
    public static IReadOnlyList<IReadOnlyList<PatternPiece>> Parse(string text, string machine, out string? obstacle)
    {
        var pattern = new PerlPattern(text, machine);
        try
        {
            var choices = pattern.Whole();
            obstacle = null;
            return choices;
        }
        catch (NotSupportedException no)
        {
            obstacle = no.Message;
            return [];
        }
    }

    private List<IReadOnlyList<PatternPiece>> Whole()
    {
        bool fromStart = Take('^');
        List<List<PatternPiece>> ways = Sequence(depth: 0);
        if (at < text.Length) throw Beyond(text[at] == '|' ? "a choice outside of parentheses" : $"a '{text[at]}' without its partner");
        var all = new List<IReadOnlyList<PatternPiece>>();
        foreach (List<PatternPiece> way in ways)
        {
            bool toEnd = way is [.., { Kind: PieceKind.Literal, Character: '\0' }];
            IEnumerable<PatternPiece> pieces = toEnd ? way[..^1] : [.. way, new PatternPiece(PieceKind.Span)];
            PatternPiece[] found = fromStart ? [.. pieces] : [new PatternPiece(PieceKind.Span), .. pieces];
            if (found.Any(piece => piece is { Kind: PieceKind.Literal, Character: '\0' })) throw Beyond("a '$' before its end");
            all.Add(found);
        }
        return all;
    }

    private List<List<PatternPiece>> Sequence(int depth)
    {
        List<List<PatternPiece>> ways = [[]];
        while (at < text.Length && text[at] is not ('|' or ')'))
        {
            List<List<PatternPiece>> next = Repeated(Atom(depth));
            ways = [.. from way in ways from more in next select (List<PatternPiece>)[.. way, .. more]];
            if (ways.Count > MostChoices) throw Beyond($"more than {MostChoices} choices");
        }
        return ways;
    }

    private List<List<PatternPiece>> Repeated(List<List<PatternPiece>> atom)
    {
        if (Take('?')) return [[], .. atom];
        bool any = Take('*');
        if (!any && !Take('+'))
        {
            return at < text.Length && text[at] == '{' ? throw Beyond("a count in braces") : atom;
        }
        if (at < text.Length && text[at] is '?' or '+') throw Beyond("a greedy or lazy repetition");
        PieceKind kind = atom switch
        {
            [[{ Kind: PieceKind.Span }]] => PieceKind.Span,
            [[{ Kind: PieceKind.One, Character: '.' }]] => PieceKind.Span,
            [[{ Kind: PieceKind.One }]] => PieceKind.Run,
            _ => throw Beyond("a repetition of something other than any character"),
        };
        var run = new PatternPiece(kind);
        return [any ? [run] : [new PatternPiece(PieceKind.One), run]];
    }

    private List<List<PatternPiece>> Atom(int depth)
    {
        char first = text[at++];
        switch (first)
        {
            case '.':
                // By itself it is taken as a character of a name: an exception may be narrower than it was, never wider.
                return [[new PatternPiece(PieceKind.One, '.')]];
            case '$' when at == text.Length || text[at] is '|' or ')':
                return [[new PatternPiece(PieceKind.Literal)]];
            case '\\':
                return [[Escaped()]];
            case '[':
                return CharacterClass();
            case '(':
                return Group(depth);
            case 'M' when text.AsSpan(at).StartsWith("ACH(", StringComparison.Ordinal):
                return Machine();
            case '^' or '$' or '*' or '+' or '?' or '{':
                throw Beyond($"a '{first}' at this place");
            default:
                return [[Literal(first)]];
        }
    }

    private List<List<PatternPiece>> Group(int depth)
    {
        if (depth > 8) throw Beyond("parentheses in parentheses without end");
        if (Take('?') && !Take(':')) throw Beyond("a group with conditions");
        var ways = new List<List<PatternPiece>>();
        do ways.AddRange(Sequence(depth + 1));
        while (Take('|'));
        if (!Take(')')) throw Beyond("a '(' without its partner");
        return ways;
    }

    private List<List<PatternPiece>> Machine()
    {
        int start = at + "ACH(".Length;
        int end = text.IndexOf(')', start);
        if (end < 0) throw Beyond("a '(' without its partner");
        List<PatternPiece> directory = [.. text[start..end].Select(Literal)];
        at = end + 1;
        return [directory, [.. directory, .. $"/{machine}".Select(Literal)]];
    }

    private List<List<PatternPiece>> CharacterClass()
    {
        int end = text.IndexOf(']', Math.Min(text.Length, at + 1));
        if (end < 0) throw Beyond("a '[' without its partner");
        string inside = text[at..end];
        at = end + 1;
        if (inside is "^/") return [[new PatternPiece(PieceKind.One)]];
        // No path of an image has a backslash, so this is any character.
        if (inside is "^\\\\") return [[new PatternPiece(PieceKind.One, '.')]];
        if (inside.AsSpan().ContainsAny("\\^[")) throw Beyond($"the characters [{inside}]");
        var members = new SortedSet<char>();
        for (int i = 0; i < inside.Length; i++)
        {
            bool isRange = i + 2 < inside.Length && inside[i + 1] == '-';
            char last = isRange ? inside[i + 2] : inside[i];
            if (last < inside[i] || last - inside[i] >= MostChoices) throw Beyond($"the characters [{inside}]");
            for (char member = inside[i]; member <= last; member++) members.Add(member);
            if (isRange) i += 2;
        }
        return [.. members.Select(member => (List<PatternPiece>)[Literal(member)])];
    }

    private PatternPiece Escaped()
    {
        if (at == text.Length) throw Beyond("a backslash at its end");
        char escaped = text[at++];
        return char.IsAsciiLetterOrDigit(escaped) ? throw Beyond($"a '\\{escaped}'") : Literal(escaped);
    }

    private static PatternPiece Literal(char character) => character is '*' or '?' or '\\' or '\0'
        ? throw Beyond($"the character '{character}' in a name")
        : new PatternPiece(PieceKind.Literal, character);

    private bool Take(char wanted)
    {
        if (at >= text.Length || text[at] != wanted) return false;
        at++;
        return true;
    }

    private static NotSupportedException Beyond(string what) => new($"a glob has no word for {what}");
}
