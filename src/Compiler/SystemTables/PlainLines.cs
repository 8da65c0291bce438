namespace ManifestLinker.Compiler.SystemTables;

/// <summary>The lines of tables that programs read, as they number them, from 1.</summary>
internal static class PlainLines
{
    private static readonly char[] Blanks = [' ', '\t', '\r', '\f', '\v'];

    /// <summary>Every line of <paramref name="text"/> with its number.</summary>
    public static IEnumerable<(int Number, string Text)> Of(string text)
    {
        int number = 0;
        for (int from = 0; from < text.Length;)
        {
            int end = text.IndexOf('\n', from);
            if (end < 0) end = text.Length;
            yield return (++number, text[from..end]);
            from = end + 1;
        }
    }

    /// <summary>Those lines of <paramref name="text"/> of which something is left when what stands behind <c>#</c> is taken off.</summary>
    public static IEnumerable<(int Number, string Text)> WithoutComments(string text) => Of(text)
        .Select(line => (line.Number, line.Text.Split('#', 2)[0]))
        .Where(line => line.Item2.AsSpan().Trim(Blanks).Length > 0);

    /// <summary>The words of <paramref name="line"/>, between blanks.</summary>
    public static string[] Words(string line) => line.Split(Blanks, StringSplitOptions.RemoveEmptyEntries);
}
