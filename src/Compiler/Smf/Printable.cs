namespace ManifestLinker.Compiler.Smf;

/// <summary>Words of a foreign file within a message: in one line, of a bounded length, without characters that nobody can see.</summary>
internal static class Printable
{
    private const int Longest = 200;

    /// <summary><paramref name="text"/> as it can stand in a message.</summary>
    public static string Short(string text)
    {
        string cut = text.Length > Longest ? string.Concat(text.AsSpan(0, Longest), "...") : text;
        return string.Concat(cut.Select(c => char.IsControl(c) || char.IsSurrogate(c) ? '?' : c));
    }
}
