namespace ManifestLinker.Grammar.Tests.Ebnf;

/// <summary>What the special sequences of <c>manifest.ebnf</c> stand for.</summary>
internal static class CharacterClass
{
    /// <summary>Whether <paramref name="character"/> is one of those that <paramref name="words"/> describe.</summary>
    public static bool Contains(string words, char character) => Only(words) is not { } only || only == character;

    /// <summary>The character that <paramref name="words"/> name; null where they mean any.</summary>
    public static char? Only(string words) => words switch
    {
        "any character" => null,
        "space" => ' ',
        "tab" => '\t',
        "line feed" => '\n',
        "carriage return" => '\r',
        _ => throw new ArgumentException($"no one knows what '? {words} ?' stands for", nameof(words)),
    };
}
