namespace ManifestLinker.Compiler.SystemTables;

/// <summary>The tokens of a table of the kernel, line by line, without comments and empty lines.</summary>
internal static class KernelLines
{
    // No line of such a table has more; the rest of a longer one says nothing.
    private const int MostTokens = 1000;

    /// <summary>The lines of <paramref name="text"/>, read through a buffer of <paramref name="buffer"/> characters. Each has a token.</summary>
    public static IEnumerable<List<KernelToken>> Of(string text, int buffer)
    {
        var lexer = new KernelLexer(text, buffer);
        var tokens = new List<KernelToken>();
        while (true)
        {
            KernelToken token = lexer.Next();
            switch (token.Kind)
            {
                case KernelTokenKind.Comment:
                    lexer.SkipLine();
                    break;
                case KernelTokenKind.NewLine or KernelTokenKind.End:
                    if (tokens.Count > 0) yield return tokens;
                    if (token.Kind == KernelTokenKind.End) yield break;
                    tokens = [];
                    break;
                default:
                    tokens.Add(token);
                    if (tokens.Count == MostTokens) lexer.SkipLine();
                    break;
            }
        }
    }
}
