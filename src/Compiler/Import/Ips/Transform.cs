using System.Text.RegularExpressions;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Rules;

namespace ManifestLinker.Compiler.Import.Ips;

/// <summary>A <c>&lt;transform TYPES ATTRIBUTE=PATTERN ... -&gt; OPERATION&gt;</c> of pkgmogrify(1).</summary>
internal sealed class Transform
{
    // print says something to the builder of packages only.
    private static readonly string[] Operations = ["abort", "add", "default", "delete", "drop", "edit", "emit", "exit", "print", "set"];

    private readonly IReadOnlyList<string> types;
    private readonly IReadOnlyList<(string Attribute, Regex Pattern)> conditions;

    private Transform(LogicalLine line, IReadOnlyList<string> types, IReadOnlyList<(string Attribute, Regex Pattern)> conditions)
    {
        Line = line;
        this.types = types;
        this.conditions = conditions;
    }

    /// <summary>Where it stands.</summary>
    public LogicalLine Line { get; }

    /// <summary>What is done.</summary>
    public required string Operation { get; init; }

    /// <summary>What stands after the operation.</summary>
    public required string Text { get; init; }

    /// <summary>The words of that.</summary>
    public required IReadOnlyList<string> Words { get; init; }

    /// <summary>Reads <paramref name="line"/>; null, and a finding, where it is malformed.</summary>
    public static Transform? Parse(LogicalLine line, ICollection<Finding> findings)
    {
        string text = line.Text["<transform".Length..^1];
        int arrow = text.IndexOf("->", StringComparison.Ordinal);
        if (arrow < 0) return Wrong("the transform has no '->'");
        string[] left = text[..arrow].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        string right = text[(arrow + 2)..].Trim();
        int end = right.AsSpan().IndexOfAny(" \t") is var blank and >= 0 ? blank : right.Length;
        string operation = right[..end];
        if (!Operations.Contains(operation, StringComparer.Ordinal))
            return Wrong(operation.Length == 0 ? "the transform has no operation" : $"there is no operation '{operation}'");
        string rest = right[end..].Trim();
        bool isText = operation is "emit" or "exit" or "print";
        if ((isText ? [] : ShellWords.Split(rest)) is not { } words) return Wrong("a quotation mark has no partner");
        (int Least, int Most) count = operation switch
        {
            "add" or "default" or "delete" or "set" => (2, 2),
            "edit" => (2, 3),
            _ => (0, 0),
        };
        if (words.Count < count.Least || words.Count > count.Most) return Wrong($"'{operation}' has {words.Count} arguments");
        try
        {
            if (operation is "delete" or "edit") _ = PatternRegex.Compile(words[1], fromStart: false);
            return new Transform(line, [.. left.Where(word => !word.Contains('=', StringComparison.Ordinal))], [.. left.Where(word => word.Contains('=', StringComparison.Ordinal)).Select(Condition)])
            {
                Operation = operation,
                Text = rest,
                Words = words,
            };
        }
        catch (ArgumentException malformed)
        {
            return Wrong($"a pattern cannot be read: {WhyOf(malformed)}");
        }

        Transform? Wrong(string what)
        {
            findings.Add(ImportSyntax.At(what, line.Whole, "write it as: <transform TYPE ATTRIBUTE=PATTERN -> OPERATION>, as pkgmogrify(1) has it"));
            return null;
        }
    }

    /// <summary>How <paramref name="action"/> fits, one match for each condition and value; null where it does not.</summary>
    public IReadOnlyList<Match>? Match(IpsAction action)
    {
        if (types.Count > 0 && !types.Contains(action.Name, StringComparer.Ordinal)) return null;
        var matches = new List<Match>();
        foreach ((string attribute, Regex pattern) in conditions)
        {
            bool any = false;
            foreach (string value in action.All(attribute))
            {
                Match match = pattern.Match(value);
                if (!match.Success) return null;
                matches.Add(match);
                any = true;
            }
            if (!any) return null;
        }
        return matches;
    }

    // "Invalid pattern '...' at offset 7. Not enough )'s.": the place is one in the pattern as it is compiled, and tells nobody anything.
    private static string WhyOf(ArgumentException malformed)
    {
        string message = malformed.Message.Split('\n')[0].TrimEnd('.');
        string why = message[(message.LastIndexOf(". ", StringComparison.Ordinal) is var at and >= 0 ? at + 2 : 0)..];
        return char.ToLowerInvariant(why[0]) + why[1..];
    }

    private static (string Attribute, Regex Pattern) Condition(string word)
    {
        int equals = word.IndexOf('=', StringComparison.Ordinal);
        string pattern = word[(equals + 1)..];
        bool quoted = pattern.Length > 1 && pattern[0] is '"' or '\'' && pattern[^1] == pattern[0];
        return (word[..equals], PatternRegex.Compile(quoted ? pattern[1..^1] : pattern, fromStart: true));
    }
}
