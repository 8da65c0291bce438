using ManifestLinker.Grammar.Source;

namespace ManifestLinker.Grammar.Syntax;

/// <summary>
/// A place in a word where the value of a variable is to stand: <c>$</c> and the longest <see cref="VariableName"/> after it.
/// </summary>
/// <param name="Token">The <c>$</c> and the name.</param>
public readonly record struct VariableReference(Token Token)
{
    /// <summary>The name, without the <c>$</c>.</summary>
    public Token Name => Token.Slice(1, Token.Length - 1);

    /// <summary>The references in <paramref name="word"/>, from left to right.</summary>
    public static IReadOnlyList<VariableReference> In(Token word)
    {
        ReadOnlySpan<char> chars = word.Chars;
        List<VariableReference>? found = null;
        for (int at = chars.IndexOf('$'); at >= 0 && at < chars.Length; at++)
        {
            if (chars[at] != '$') continue;
            int name = VariableName.LengthAt(chars[(at + 1)..]);
            if (name == 0) continue;
            (found ??= []).Add(new VariableReference(word.Slice(at, 1 + name)));
            at += name;
        }
        return found is null ? [] : found;
    }
}
