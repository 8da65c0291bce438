using System.Text.RegularExpressions;
using ManifestLinker.Runtime.Workspace.Shapes;

namespace ManifestLinker.Runtime.Tests.Workspace;

/// <summary>A workspace file that is about one key, with what else its table must have.</summary>
internal sealed record SampleDocument(string Text, bool IsAboutWords)
{
    // Of every type that TOML has, one; and lists of some.
    private static readonly string[] OfAnyType =
        ["'x'", "3", "true", "1.5", "['x']", "[3]", "[['x']]", "{}", "{ x = 1 }", "[{ x = 1 }]"];

    // In JSON they are strings, so only where a date is wanted can a schema tell them from others.
    private static readonly string[] Dates = ["2030-12-31", "2030-12-31T00:00:00Z"];

    // Something for every pattern.
    private static readonly string[] Texts = ["x", "20260101T000000Z", "2030-12-31", "MLC2002", "1.2.3", "http://x", "4gb"];

    /// <summary>For every key of the file: a value that fits, every word, a word that is none, and one value of every type.</summary>
    public static IEnumerable<SampleDocument> All()
    {
        foreach ((string header, TableShape table) in DescribedKey.Tables())
        {
            yield return new(Document(header, table, "zzzzzzzz", "1"), false);
            foreach ((string key, ValueShape value) in table.Keys)
            {
                yield return new(Document(header, table, key, Right(value)), false);
                foreach (string other in value.Kind is ValueKind.Date ? OfAnyType.Concat(Dates) : OfAnyType) yield return new(Document(header, table, key, other), false);
                foreach (string word in value.Words.Append("zzzzzzzz").Where(_ => value.Words.Count > 0))
                    yield return new(Document(header, table, key, $"'{word}'"), true);
            }
            if (table.Values is { } free)
            {
                foreach (string other in OfAnyType.Append(Right(free))) yield return new(Document(header, table, Right(table.Names!), other), false);
            }
        }
    }

    private static string Document(string header, TableShape table, string key, string value)
    {
        var lines = new List<string> { header };
        IEnumerable<string> needed = table.Required.Concat(table.ExactlyOneOf.Where(keys => !keys.Contains(key)).Select(keys => keys[0]));
        lines.AddRange(needed.Where(other => other != key).Select(other => $"{other} = {Right(table.Of(other))}"));
        lines.Add($"{key} = {value}");
        return string.Join('\n', lines) + "\n";
    }

    private static string Right(ValueShape value) => value.Kind switch
    {
        ValueKind.Integer => $"{value.Bounds!.Value.Least}",
        ValueKind.Boolean => "true",
        ValueKind.List when value.Item!.Table is null => $"[{Right(value.Item)}]",
        ValueKind.List => "[]",
        ValueKind.Table => "{}",
        ValueKind.AnyOf => Right(value.Alternatives[0]),
        _ when value.Words.Count > 0 => $"'{value.Words[0]}'",
        _ => $"'{Texts.First(text => value.Pattern is null || Regex.IsMatch(text, value.Pattern, RegexOptions.None, TimeSpan.FromSeconds(1)))}'",
    };
}
