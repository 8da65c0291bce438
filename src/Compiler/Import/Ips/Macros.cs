using System.Text;

namespace ManifestLinker.Compiler.Import.Ips;

/// <summary>
/// The macros of package manifests: <c>$(NAME)</c>, as often as it stands in a line, in names and in values of others. A line that a
/// macro gives a <c>#</c> to begin with is a comment: so <c>$(sparc_ONLY)</c> leaves lines out.
/// </summary>
internal sealed class Macros(IReadOnlyDictionary<string, string> values)
{
    private const int DeepestValue = 16;
    private const int MostSteps = 10_000;
    private const int LongestLine = 1 << 16;

    /// <summary>The names that have a value.</summary>
    public IEnumerable<string> Names => values.Keys;

    /// <summary>
    /// <paramref name="line"/> with values in place of macros; a macro without a value stays. Null where the values refer to each other
    /// without end.
    /// </summary>
    public LogicalLine? Expand(LogicalLine line)
    {
        if (!line.Text.Contains("$(", StringComparison.Ordinal)) return line;
        var expansion = new Expansion(values);
        for (int i = 0; i < line.Text.Length; i++)
        {
            if (!expansion.Add(line.Text[i], line.Origin(i), depth: 0)) return null;
        }
        return LogicalLine.Trimmed(line.Source, expansion.Text, expansion.Origins);
    }

    // What has been written so far, and where macros were opened in it that are not closed yet.
    private sealed class Expansion(IReadOnlyDictionary<string, string> values)
    {
        private readonly StringBuilder text = new();
        private readonly Stack<int> open = new();
        private int steps;

        public List<int> Origins { get; } = [];

        public string Text => text.ToString();

        public bool Add(char character, int origin, int depth)
        {
            text.Append(character);
            Origins.Add(origin);
            if (character == '(' && text.Length > 1 && text[^2] == '$') open.Push(text.Length - 2);
            if (character != ')' || !open.TryPop(out int start)) return true;
            string name = text.ToString(start + 2, text.Length - start - 3);
            if (!values.TryGetValue(name, out string? value)) return true;
            int from = Origins[start];
            text.Length = start;
            Origins.RemoveRange(start, Origins.Count - start);
            if (depth == DeepestValue || ++steps > MostSteps || text.Length + value.Length > LongestLine) return false;
            foreach (char put in value)
            {
                if (!Add(put, from, depth + 1)) return false;
            }
            return true;
        }
    }
}
