using System.Text;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Rules;
using ManifestLinker.Grammar.Source;
using ManifestLinker.Grammar.Syntax;

namespace ManifestLinker.Compiler.Bind;

/// <summary>The declared values of the variables that lines may use as <c>$NAME</c>.</summary>
public sealed class Variables(IReadOnlyDictionary<string, string> values)
{
    /// <summary>No variables.</summary>
    public static readonly Variables None = new(new Dictionary<string, string>(StringComparer.Ordinal));

    /// <summary>The values, by name.</summary>
    public IReadOnlyDictionary<string, string> All => values;

    /// <summary>The text of <paramref name="word"/> with values in place of names; what has no value stays, and is a finding.</summary>
    public string Expand(Token word, ICollection<Finding> findings)
    {
        if (word.Chars.IndexOfAny('$', '@', '%') < 0) return word.Text;
        foreach (Placeholder placeholder in Placeholder.In(word))
            findings.Add(UnexpandedVariable.At(word, placeholder.Token.Start - word.Start, placeholder.Token.Length, near: null));
        var text = new StringBuilder();
        int done = 0;
        foreach (VariableReference reference in VariableReference.In(word))
        {
            int at = reference.Token.Start - word.Start;
            text.Append(word.Chars[done..at]);
            done = at + reference.Token.Length;
            if (values.TryGetValue(reference.Name.Text, out string? value))
            {
                text.Append(value);
                continue;
            }
            text.Append(reference.Token.Chars);
            findings.Add(UnexpandedVariable.At(word, at, reference.Token.Length, NearNames.Nearest(reference.Name.Text, values.Keys)));
        }
        return text.Append(word.Chars[done..]).ToString();
    }
}
