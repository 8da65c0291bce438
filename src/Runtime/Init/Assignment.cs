using System.Buffers;
using System.Text.RegularExpressions;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Grammar.Source;

namespace ManifestLinker.Runtime.Init;

/// <summary>
/// A line <c>NAME=value</c> of a file that make or a shell reads. It is read, never run: <see cref="Value"/> is null where only they could say
/// what it is.
/// </summary>
internal sealed partial record Assignment(string Name, string? Value, Location Location)
{
    // What make or a shell would not take as it stands, outside of quotes.
    private static readonly SearchValues<char> Special = SearchValues.Create("$`\\\"'|&;<>()"), SpecialInQuotes = SearchValues.Create("$`\\");

    /// <summary>The assignments of <paramref name="source"/>, in its order.</summary>
    public static IReadOnlyList<Assignment> AllIn(SourceText source)
    {
        var all = new List<Assignment>();
        bool continues = false;
        for (int number = 1; number <= source.LineCount; number++)
        {
            string line = source.LineAt(number).Chars.ToString().TrimEnd('\r');
            bool isRest = continues;
            continues = line.EndsWith('\\');
            if (isRest || Form().Match(line) is not { Success: true } form) continue;
            Group name = form.Groups["name"];
            // What is added to something is only a part.
            string? value = form.Groups["plus"].Success ? null : Literal(form.Groups["value"].Value);
            all.Add(new Assignment(name.Value, value, new Location(source, number, name.Index + 1, name.Index + 1 + name.Length)));
        }
        return all;
    }

    private static string? Literal(string written)
    {
        string value = written.Trim();
        if (value.Length > 0 && value[0] is '"' or '\'')
        {
            int end = value.IndexOf(value[0], 1);
            if (end < 0) return null;
            string rest = value[(end + 1)..].Trim();
            string inside = value[1..end];
            bool isPlain = value[0] == '\'' || !inside.AsSpan().ContainsAny(SpecialInQuotes);
            return isPlain && (rest.Length == 0 || rest[0] == '#') ? inside : null;
        }
        int comment = value.IndexOf(" #", StringComparison.Ordinal);
        if (comment >= 0) value = value[..comment].TrimEnd();
        return value.AsSpan().ContainsAny(Special) ? null : value;
    }

    [GeneratedRegex(
        @"^\s*(export\s+)?(?<name>[A-Za-z_][A-Za-z0-9_]*)\s*([:?]|(?<plus>\+))?=(?<value>.*)$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Form();
}
