using System.Globalization;
using System.Text;

namespace ManifestLinker.Runtime.Git;

/// <summary>
/// The text of gitstatus.json: what tools/build_etcrelease of smartos-live writes by way of <c>json -o json-4</c>. The kernel debugger reads it
/// line by line and needs exactly this form: four blanks for each level, one value on a line, nothing escaped that JavaScript does not escape.
/// </summary>
internal static class GitStatus
{
    /// <summary>The text for <paramref name="repositories"/>; <paramref name="time"/>, in seconds since 1970 UTC, is the date of what git knows nothing of.</summary>
    public static string Of(IReadOnlyList<RepositoryState> repositories, long time)
    {
        if (repositories.Count == 0) return "[]\n";
        var text = new StringBuilder("[\n");
        foreach (RepositoryState repository in repositories)
        {
            (string Key, string Value)[] facts = repository.Revision is { } revision
                ? [("repo", repository.Name), ("branch", repository.Branch), ("commit_date", repository.CommitDate), ("rev", revision), ("url", repository.Url)]
                : [("repo", repository.Name), ("date", time.ToString(CultureInfo.InvariantCulture)), ("warning", "no git metadata available")];
            text.Append("    {\n");
            text.AppendJoin(",\n", facts.Select(fact => $"        {Quoted(fact.Key)}: {Quoted(fact.Value)}"));
            text.Append(ReferenceEquals(repository, repositories[^1]) ? "\n    }\n" : "\n    },\n");
        }
        return text.Append("]\n").ToString();
    }

    // JSON.stringify of ECMAScript (25.5.2.3, QuoteJSONString).
    private static string Quoted(string value)
    {
        var text = new StringBuilder("\"");
        for (int at = 0; at < value.Length; at++)
        {
            char unit = value[at];
            bool isPair = char.IsHighSurrogate(unit) && at + 1 < value.Length && char.IsLowSurrogate(value[at + 1]);
            if (isPair) text.Append(unit).Append(value[++at]);
            else text.Append(unit switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\b' => "\\b",
                '\f' => "\\f",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                < ' ' => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)unit:x4}"),
                _ when char.IsSurrogate(unit) => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)unit:x4}"),
                _ => unit.ToString(),
            });
        }
        return text.Append('"').ToString();
    }
}
