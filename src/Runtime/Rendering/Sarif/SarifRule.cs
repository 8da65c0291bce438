using System.Globalization;
using System.Text.Json;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Runtime.Explain;

namespace ManifestLinker.Runtime.Rendering.Sarif;

/// <summary>A rule in SARIF, with its whole explanation: there is no page on the network to send the reader to.</summary>
internal static class SarifRule
{
    /// <summary>Writes <paramref name="rule"/> as a reporting descriptor.</summary>
    public static void Write(Utf8JsonWriter json, Rule rule) => json.WriteObject(null, () =>
    {
        json.WriteString("id", rule.Id);
        json.WriteString("name", PascalCase(rule.Name));
        json.WriteObject("shortDescription", () => json.WriteString("text", rule.Summary));
        json.WriteObject("fullDescription", () => json.WriteString("text", rule.Explanation));
        json.WriteObject("help", () =>
        {
            json.WriteString("text", RuleText.Explain(rule));
            json.WriteString("markdown", RuleMarkdown.Section(rule));
        });
        json.WriteObject("defaultConfiguration", () =>
        {
            if (rule.OptIn) json.WriteBoolean("enabled", false);
            json.WriteString("level", Level(rule.Severity));
        });
        json.WriteObject("properties", () =>
        {
            json.WriteString("problem.severity", rule.Severity == Severity.Info ? "recommendation" : SeverityNames.Of(rule.Severity));
            // GitHub sorts what has a number and this tag among the weaknesses of security.
            if (IsAboutSecurity(rule)) json.WriteString("security-severity", SecuritySeverity(rule.Severity));
            string[] tags = [PhaseNames.Of(rule.Phase), .. IsAboutSecurity(rule) ? ["security"] : Array.Empty<string>()];
            json.WriteArray("tags", tags, json.WriteStringValue);
        });
    });

    /// <summary>How SARIF calls <paramref name="severity"/>.</summary>
    public static string Level(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "note",
    };

    private static string PascalCase(string name) =>
        string.Concat(name.Split('-').Select(word => CultureInfo.InvariantCulture.TextInfo.ToTitleCase(word)));

    // Run paths of libraries, and permissions.
    private static bool IsAboutSecurity(Rule rule) => rule.Matches("MLC50") || rule.Matches("MLC71");

    // The middle of what GitHub calls high, medium and low.
    private static string SecuritySeverity(Severity severity) => severity switch
    {
        Severity.Error => "8.0",
        Severity.Warning => "5.5",
        _ => "2.0",
    };
}
