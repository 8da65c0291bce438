using System.Text;
using ManifestLinker.Grammar.Syntax;

namespace ManifestLinker.Runtime.Steps;

/// <summary>What stands for something else in the command of a step: $ROOT and $OUT.</summary>
internal static class Placeholders
{
    /// <summary>The folder with the inputs, laid out as the image is.</summary>
    public const string Root = "ROOT";

    /// <summary>The folder for the outputs, laid out as the image is.</summary>
    public const string Out = "OUT";

    /// <summary>The names.</summary>
    public static readonly IReadOnlyList<string> All = [Root, Out];

    /// <summary>The names that <paramref name="word"/> refers to, from left to right.</summary>
    public static IEnumerable<string> In(string word) => Pieces(word).Select(piece => piece.Name).OfType<string>();

    /// <summary><paramref name="word"/> with what the names stand for; a name that has no value stays as it is.</summary>
    public static string Expand(string word, IReadOnlyDictionary<string, string> values)
    {
        var text = new StringBuilder();
        foreach ((string literal, string? name) in Pieces(word))
        {
            text.Append(literal);
            if (name is not null) text.Append(values.TryGetValue(name, out string? value) ? value : $"${name}");
        }
        return text.ToString();
    }

    // What stands before a name, and the name; the last has none.
    private static IEnumerable<(string Literal, string? Name)> Pieces(string word)
    {
        int from = 0;
        for (int at = word.IndexOf('$', StringComparison.Ordinal); at >= 0; at = at + 1 < word.Length ? word.IndexOf('$', at + 1) : -1)
        {
            int length = VariableName.LengthAt(word.AsSpan(at + 1));
            if (length == 0) continue;
            yield return (word[from..at], word.Substring(at + 1, length));
            from = at + 1 + length;
            at = from - 1;
        }
        yield return (word[from..], null);
    }
}
