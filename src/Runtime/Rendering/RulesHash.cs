using System.Globalization;
using System.Text;
using K4os.Hash.xxHash;
using ManifestLinker.Compiler.Diagnostics;

namespace ManifestLinker.Runtime.Rendering;

/// <summary>A short name of a rule table: two programs with the same name judge by the same rules.</summary>
internal static class RulesHash
{
    /// <summary>The hash over everything that <paramref name="rules"/> say, each text preceded by its length.</summary>
    public static string Of(IEnumerable<Rule> rules)
    {
        var text = new StringBuilder();
        foreach (Rule rule in rules)
        {
            string[] parts =
            [
                rule.Id, rule.Name, SeverityNames.Of(rule.Severity), PhaseNames.Of(rule.Phase), rule.Summary, rule.Explanation, rule.Bad, rule.Good,
            ];
            foreach (string part in parts) text.Append(CultureInfo.InvariantCulture, $"{part.Length}:{part}");
        }
        return "xxh64:" + XXH64.DigestOf(Encoding.UTF8.GetBytes(text.ToString())).ToString("x16", CultureInfo.InvariantCulture);
    }
}
