using System.Globalization;
using System.Text;

namespace ManifestLinker.Runtime.Diffs;

/// <summary>
/// Two versions of a file as patch(1) and <c>git apply</c> take them: the unified format of POSIX diff -u, with <c>a/</c> and
/// <c>b/</c> before the name.
/// </summary>
internal static class UnifiedDiff
{
    private const int Context = 3;

    /// <summary>What turns <paramref name="before"/> into <paramref name="after"/>; empty where they are the same.</summary>
    public static string Between(string name, string before, string after)
    {
        string[] old = Lines(before);
        string[] now = Lines(after);
        IReadOnlyList<Change> changes = LineDiff.Between(old, now);
        if (changes.Count == 0) return "";
        var text = new StringBuilder($"--- {Name("a/" + name)}\n+++ {Name("b/" + name)}\n");
        for (int first = 0; first < changes.Count;)
        {
            int last = first;
            while (last + 1 < changes.Count && changes[last + 1].OldStart - changes[last].OldEnd <= 2 * Context) last++;
            AppendHunk(text, [.. changes.Skip(first).Take(last - first + 1)], old, now);
            first = last + 1;
        }
        return text.ToString();
    }

    private static void AppendHunk(StringBuilder text, Change[] changes, string[] old, string[] now)
    {
        int oldStart = Math.Max(0, changes[0].OldStart - Context);
        int oldEnd = Math.Min(old.Length, changes[^1].OldEnd + Context);
        int newStart = changes[0].NewStart - (changes[0].OldStart - oldStart);
        int newEnd = changes[^1].NewEnd + (oldEnd - changes[^1].OldEnd);
        text.Append($"@@ -{Range(oldStart, oldEnd)} +{Range(newStart, newEnd)} @@\n");
        int at = oldStart;
        foreach (Change change in changes)
        {
            Append(text, ' ', old[at..change.OldStart]);
            Append(text, '-', old[change.OldStart..change.OldEnd]);
            Append(text, '+', now[change.NewStart..change.NewEnd]);
            at = change.OldEnd;
        }
        Append(text, ' ', old[at..oldEnd]);
    }

    // Lines are counted from 1; where there are none, the number is that of the line before.
    private static string Range(int start, int end) => (end - start) switch
    {
        0 => string.Create(CultureInfo.InvariantCulture, $"{start},0"),
        1 => string.Create(CultureInfo.InvariantCulture, $"{start + 1}"),
        int count => string.Create(CultureInfo.InvariantCulture, $"{start + 1},{count}"),
    };

    private static void Append(StringBuilder text, char sign, string[] lines)
    {
        foreach (string line in lines)
        {
            text.Append(sign).Append(line);
            if (!line.EndsWith('\n')) text.Append("\n\\ No newline at end of file\n");
        }
    }

    // With their ends, so that a line that lacks its end, or has another, is another line.
    private static string[] Lines(string text)
    {
        var lines = new List<string>();
        for (int start = 0; start < text.Length;)
        {
            int feed = text.IndexOf('\n', start);
            int next = feed < 0 ? text.Length : feed + 1;
            lines.Add(text[start..next]);
            start = next;
        }
        return [.. lines];
    }

    // As git writes it: in quotes where a character would end the line or the name, with a tab behind it where it has a blank.
    private static string Name(string name)
    {
        if (!name.AsSpan().ContainsAnyInRange('\0', '\x1f') && !name.AsSpan().ContainsAny('"', '\\', '\x7f'))
            return name.Contains(' ', StringComparison.Ordinal) ? name + "\t" : name;
        var quoted = new StringBuilder("\"");
        foreach (char unit in name)
        {
            if (unit is '"' or '\\') quoted.Append('\\').Append(unit);
            else if (unit is < ' ' or '\x7f') quoted.Append('\\').Append(Convert.ToString(unit, 8).PadLeft(3, '0'));
            else quoted.Append(unit);
        }
        return quoted.Append('"').ToString();
    }
}
