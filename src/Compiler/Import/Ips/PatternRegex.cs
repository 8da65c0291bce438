using System.Text;
using System.Text.RegularExpressions;

namespace ManifestLinker.Compiler.Import.Ips;

/// <summary>The regular expressions of transforms, which are Python's; as far as both languages have them they mean the same.</summary>
internal static class PatternRegex
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Compiles <paramref name="pattern"/>. Where it can be done, matching takes linear time; what needs to look around or back has a time
    /// limit (<see cref="RegexMatchTimeoutException"/>). Throws an <see cref="ArgumentException"/> where it is malformed.
    /// </summary>
    public static Regex Compile(string pattern, bool fromStart)
    {
        string spelled = pattern.Replace("(?P<", "(?<", StringComparison.Ordinal);
        if (fromStart) spelled = $"\\A(?:{spelled})";
        try
        {
            return new Regex(spelled, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking, Limit);
        }
        catch (NotSupportedException)
        {
            return new Regex(spelled, RegexOptions.CultureInvariant, Limit);
        }
    }

    /// <summary>The text that stands for <paramref name="match"/>: <paramref name="template"/> with <c>\1</c> or <c>\g&lt;1&gt;</c> filled in.</summary>
    public static string Fill(string template, Match match)
    {
        var text = new StringBuilder();
        for (int i = 0; i < template.Length; i++)
        {
            if (template[i] != '\\' || i + 1 == template.Length)
            {
                text.Append(template[i]);
                continue;
            }
            i++;
            if (char.IsAsciiDigit(template[i])) text.Append(match.Groups[template[i] - '0'].Value);
            else if (template[i] == 'g' && template.IndexOf('>', i) is var end and > 0 && template.AsSpan(i + 1).StartsWith('<'))
            {
                text.Append(match.Groups[template[(i + 2)..end]].Value);
                i = end;
            }
            else text.Append(template[i]);
        }
        return text.ToString();
    }
}
