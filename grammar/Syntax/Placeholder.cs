using ManifestLinker.Grammar.Source;

namespace ManifestLinker.Grammar.Syntax;

/// <summary>
/// A place in a word that looks as if another program should have put something there, and that mlc does not fill: a
/// <c>$</c> with no <see cref="VariableName"/> after it, <c>@NAME@</c>, <c>%{...}</c>. In the image it would be part of a name.
/// </summary>
/// <param name="Token">All of it; of a <c>$</c>, also the braces or parentheses after it. One that is not closed reaches to the
/// end of the word.</param>
public readonly record struct Placeholder(Token Token)
{
    /// <summary>The placeholders in <paramref name="word"/>, from left to right.</summary>
    public static IReadOnlyList<Placeholder> In(Token word)
    {
        ReadOnlySpan<char> chars = word.Chars;
        List<Placeholder>? found = null;
        for (int at = chars.IndexOfAny('$', '@', '%'); at >= 0 && at < chars.Length; at++)
        {
            int length = LengthAt(chars[at..]);
            if (length == 0) continue;
            (found ??= []).Add(new Placeholder(word.Slice(at, length)));
            at += length - 1;
        }
        return found is null ? [] : found;
    }

    private static int LengthAt(ReadOnlySpan<char> rest) => rest switch
    {
        ['$', '{', ..] => Through('}', rest),
        ['$', '(', ..] => Through(')', rest),
        ['$', ..] => VariableName.LengthAt(rest[1..]) == 0 ? 1 : 0,
        ['%', '{', ..] => Through('}', rest),
        ['@', ..] => VariableName.LengthAt(rest[1..]) is var name and > 0 && rest[(1 + name)..].StartsWith('@') ? name + 2 : 0,
        _ => 0,
    };

    private static int Through(char end, ReadOnlySpan<char> rest) =>
        rest.IndexOf(end) is var at and >= 0 ? at + 1 : rest.Length;
}
