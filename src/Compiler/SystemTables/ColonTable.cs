namespace ManifestLinker.Compiler.SystemTables;

/// <summary>A line of etc/passwd, etc/shadow or etc/group: fields with colons between them.</summary>
public sealed record ColonRow(int Line, IReadOnlyList<string> Fields)
{
    /// <summary>The first field.</summary>
    public string Name => Fields[0];
}

/// <summary>
/// Reads etc/passwd, etc/shadow and etc/group (<c>usr/src/lib/nsswitch/files/common</c>): a row is a line with a name and as many
/// fields as the table has. Empty lines, comments, and the lines with <c>+</c> and <c>-</c> that take accounts from elsewhere are none.
/// </summary>
public static class ColonTable
{
    /// <summary>The fields of passwd(5).</summary>
    public const int PasswdFields = 7;

    /// <summary>The fields of shadow(5).</summary>
    public const int ShadowFields = 9;

    /// <summary>The fields of group(5).</summary>
    public const int GroupFields = 4;

    /// <summary>The table in <paramref name="text"/>, whose rows have <paramref name="fields"/> fields.</summary>
    public static SystemTable<ColonRow> Read(string text, int fields)
    {
        var rows = new List<ColonRow>();
        var problems = new List<TableProblem>();
        foreach ((int number, string line) in PlainLines.Of(text))
        {
            if (line.AsSpan().Trim().IsEmpty || line[0] is '#' or '+' or '-') continue;
            string[] words = line.Split(':', fields + 1);
            if (words[0].Length == 0) problems.Add(new TableProblem(number, "has no name", ""));
            else if (words.Length != fields)
                problems.Add(new TableProblem(number, $"has {(words.Length > fields ? "more" : "fewer")} than {fields} fields, in the row of '{words[0]}'", words[0]));
            else rows.Add(new ColonRow(number, words));
        }
        return new(rows, problems);
    }
}
