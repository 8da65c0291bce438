using System.Text;

namespace ManifestLinker.Compiler.SystemTables;

/// <summary>A source that a line of etc/nsswitch.conf names for a database.</summary>
public sealed record NameService(int Line, string Database, string Source);

/// <summary>
/// Reads etc/nsswitch.conf as libc does (<c>usr/src/lib/libc/port/gen/nsparse.c</c>): <c>DATABASE: SOURCE [CRITERIA] SOURCE...</c>. A line
/// that begins with a blank or has no colon says nothing; one that libc cannot read makes it use what it has built in.
/// </summary>
public static class NameServices
{
    /// <summary>The sources in <paramref name="text"/>, of every database.</summary>
    public static SystemTable<NameService> Read(string text)
    {
        var rows = new List<NameService>();
        foreach ((int number, string line) in PlainLines.WithoutComments(text))
        {
            int colon = line.IndexOf(':');
            if (colon <= 0 || char.IsWhiteSpace(line[0])) continue;
            string[] sources = PlainLines.Words(WithoutCriteria(line[(colon + 1)..]));
            if (sources.All(IsLabel)) rows.AddRange(sources.Select(source => new NameService(number, line[..colon].Trim(), source)));
        }
        return new(rows, []);
    }

    // A bracket that is not closed takes the rest of the line with it.
    private static string WithoutCriteria(string sources)
    {
        var kept = new StringBuilder();
        bool inside = false;
        foreach (char letter in sources)
        {
            if (letter is '[' or ']') inside = letter == '[';
            kept.Append(inside || letter == ']' ? ' ' : letter);
        }
        return kept.ToString();
    }

    private static bool IsLabel(string word) => word.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_');
}
