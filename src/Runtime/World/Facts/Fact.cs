using System.Text;

namespace ManifestLinker.Runtime.World.Facts;

/// <summary>
/// One thing that the outputs of a phase depend on: fields, of which the last is the value and those before say of what. As a line of text the
/// fields are divided by tabs; a tab, a line feed or a backslash within is written behind a backslash, so that every list of facts is a text of its own.
/// </summary>
internal sealed record Fact(params IReadOnlyList<string> Fields)
{
    /// <summary>What it says something about, as a line of text.</summary>
    public string Name => Join(Fields.SkipLast(1));

    /// <summary>What it says.</summary>
    public string Value => Fields[^1];

    /// <summary>The line, without its end.</summary>
    public string Line => Join(Fields);

    /// <summary>The fact that <paramref name="line"/> is; any text is one.</summary>
    public static Fact Parse(string line) => new([.. line.Split('\t').Select(Unescape)]);

    private static string Join(IEnumerable<string> fields) => string.Join('\t', fields.Select(Escape));

    private static string Escape(string field) => field
        .Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\t", "\\t", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    private static string Unescape(string field)
    {
        if (!field.Contains('\\', StringComparison.Ordinal)) return field;
        var text = new StringBuilder(field.Length);
        for (int at = 0; at < field.Length; at++)
        {
            bool isEscape = field[at] == '\\' && at + 1 < field.Length;
            text.Append(!isEscape ? field[at] : field[++at] switch { 't' => '\t', 'n' => '\n', var other => other });
        }
        return text.ToString();
    }
}
