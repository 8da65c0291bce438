using System.Globalization;
using System.Text;
using ManifestLinker.Compiler.Rules;

namespace ManifestLinker.Compiler.Import.Exceptions;

/// <summary>
/// Exceptions as tables for mlc.toml, in the order they came, each pair of rule and glob once. What no rule of this version would take
/// stands there as a comment, so that it can be taken up when there is one; so does what could not be taken over.
/// </summary>
public static class ExceptionToml
{
    /// <summary>Whether a rule of this version is meant by <paramref name="selector"/>.</summary>
    public static bool IsKnown(string selector) => RuleTable.All.Any(rule => rule.Matches(selector));

    /// <summary>The tables for <paramref name="exceptions"/>.</summary>
    public static string Of(IEnumerable<Exemption> exceptions)
    {
        var text = new StringBuilder();
        var seen = new HashSet<(string, string, string?)>();
        foreach (Exemption exception in exceptions)
        {
            if (text.Length > 0) text.Append('\n');
            text.Append(CultureInfo.InvariantCulture, $"# {Visible(exception.Location.File)}:{exception.Location.Line}: {Visible(exception.Line)}\n");
            if (exception.Obstacle is { } obstacle) text.Append("# not taken over: ").Append(Visible(obstacle)).Append('\n');
            foreach (string rule in exception.Rules)
            {
                string mark = IsKnown(rule) ? "" : "# ";
                IEnumerable<(string, string?)> objects = exception.Globs.SelectMany(glob => exception.DetailsOrAny, (glob, detail) => (glob, detail));
                foreach ((string glob, string? detail) in objects.Where(pair => seen.Add((rule, pair.Item1, pair.Item2))))
                {
                    text.Append(mark).Append("[[exception]]\n");
                    text.Append(mark).Append("rule = ").Append(Quoted(rule)).Append('\n');
                    text.Append(mark).Append("path = ").Append(Quoted(glob)).Append('\n');
                    if (detail is not null) text.Append(mark).Append("detail = ").Append(Quoted(detail)).Append('\n');
                    text.Append(mark).Append("reason = ").Append(Quoted(exception.Reason)).Append('\n');
                }
            }
        }
        return text.ToString();
    }

    // A control character, such as a lone carriage return, may stand in no comment of TOML; nor may half a character.
    private static string Visible(string text) => string.Concat(text.Select(unit => char.IsControl(unit) || char.IsSurrogate(unit) ? '?' : unit));

    private static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (char unit in Visible(text))
        {
            if (unit is '"' or '\\') quoted.Append('\\');
            quoted.Append(unit);
        }
        return quoted.Append('"').ToString();
    }
}
