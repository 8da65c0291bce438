using ManifestLinker.Grammar.Source;

namespace ManifestLinker.Compiler.Import.Exceptions;

/// <summary>A line of an exception file that has words.</summary>
/// <param name="Words">Its words, without a comment.</param>
/// <param name="Comment">The comment at its end, without the mark; empty for none.</param>
/// <param name="Above">The comment lines right above it and its neighbours, as one text; empty for none.</param>
public sealed record ExceptionLine(IReadOnlyList<Token> Words, string Comment, string Above)
{
    // Longer than that, a comment is an essay, and the remark at the end of the line says enough.
    private const int LongestLead = 120;

    /// <summary>Why the exception is right, from what the comments say; null where they say nothing.</summary>
    public string? Reason => (Above, Comment) switch
    {
        ("", "") => null,
        ("", var comment) => comment,
        (var above, "") => above,
        ({ Length: <= LongestLead } above, var comment) => $"{above.TrimEnd('.', ':')}: {comment}",
        (_, var comment) => comment,
    };

    /// <summary>
    /// The lines of <paramref name="source"/> with words. A comment holds for the lines that follow it without an empty line between; one that
    /// stands alone, such as a licence, for none.
    /// </summary>
    public static IEnumerable<ExceptionLine> In(SourceText source)
    {
        var above = new List<string>();
        bool isGroup = false;
        foreach (SourceLine line in source.Lines)
        {
            List<Token> words = WordsOf(line, out string? comment);
            if (words.Count == 0 && comment is null)
            {
                above.Clear();
            }
            else if (words.Count == 0)
            {
                if (isGroup) above.Clear();
                isGroup = false;
                if (comment!.Length > 0) above.Add(comment);
            }
            else
            {
                isGroup = true;
                yield return new ExceptionLine(words, comment ?? "", string.Join(' ', above));
            }
        }
    }

    private static List<Token> WordsOf(SourceLine line, out string? comment)
    {
        comment = null;
        var words = new List<Token>();
        ReadOnlySpan<char> chars = line.Chars;
        for (int at = 0; at < chars.Length;)
        {
            if (char.IsWhiteSpace(chars[at]))
            {
                at++;
                continue;
            }
            if (chars[at] == '#')
            {
                comment = string.Join(' ', chars[at..].TrimStart('#').ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
                break;
            }
            int end = EndOfWord(chars, at);
            words.Add(line.Token.Slice(at, end - at));
            at = end;
        }
        return words;
    }

    // An escaped blank belongs to the pattern it stands in.
    private static int EndOfWord(ReadOnlySpan<char> chars, int at)
    {
        while (at < chars.Length && !char.IsWhiteSpace(chars[at])) at += chars[at] == '\\' && at + 1 < chars.Length ? 2 : 1;
        return at;
    }
}
