namespace ManifestLinker.Linker.Mtree;

/// <summary>The lines of a listing as words.</summary>
internal static class MtreeLines
{
    private static readonly char[] Blanks = [' ', '\t', '\r'];

    /// <summary>The words of each line that has any, lines that are continued with a backslash joined; comments left out.</summary>
    public static IEnumerable<IReadOnlyList<MtreeWord>> In(string text)
    {
        string[] lines = text.Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            var words = new List<MtreeWord>();
            bool isComment = lines[i].AsSpan().TrimStart(Blanks).StartsWith('#');
            while (!isComment && IsContinued(lines[i]) && i + 1 < lines.Length)
            {
                Add(lines[i].TrimEnd(Blanks)[..^1], i + 1, words);
                i++;
            }
            if (!isComment) Add(lines[i], i + 1, words);
            if (words.Count > 0) yield return words;
        }
    }

    private static bool IsContinued(string line) => line.AsSpan().TrimEnd(Blanks).EndsWith('\\');

    private static void Add(string line, int number, List<MtreeWord> words)
    {
        for (int at = 0; at < line.Length;)
        {
            int start = line.AsSpan(at).IndexOfAnyExcept(Blanks);
            if (start < 0) return;
            start += at;
            int length = line.AsSpan(start).IndexOfAny(Blanks);
            at = length < 0 ? line.Length : start + length;
            words.Add(new MtreeWord(line[start..at], number, start + 1));
        }
    }
}
