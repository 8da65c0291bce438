using System.Text;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Runtime.Rendering;

namespace ManifestLinker.Runtime.Explain;

/// <summary>Rules as Markdown: <c>docs/rules.md</c>.</summary>
internal static class RuleMarkdown
{
    /// <summary>How the committed page is made again.</summary>
    public const string Command = "mlc explain --all --markdown > docs/rules.md";

    /// <summary>The page about <paramref name="rules"/>: a table of all, then each by itself; ends with a line feed.</summary>
    public static string Page(IReadOnlyList<Rule> rules)
    {
        var page = new StringBuilder();
        page.Append($"""
            # Rules

            <!-- Made by: {Command} -->

            What `mlc` finds, by id. Wherever an id is accepted, so is the name; the beginning of an id (`MLC20`) means all rules that
            begin so. `mlc explain RULE` shows the same on a terminal.

            | Id | Name | Severity | Phase | What is wrong |
            |---|---|---|---|---|

            """.ReplaceLineEndings("\n"));
        foreach (Rule rule in rules)
        {
            page.Append($"| [{rule.Id}](#{Anchor(rule)}) | {rule.Name} | {SeverityNames.Of(rule.Severity)}{RuleFacts.OptIn(rule)} ");
            page.Append($"| {PhaseNames.Of(rule.Phase)} | {Prose(rule.Summary).Replace("|", "\\|", StringComparison.Ordinal)} |\n");
        }
        foreach (Rule rule in rules) AppendRule(page, rule);
        return page.ToString();
    }

    /// <summary>What the page says about one rule, with a heading of its own; ends with a line feed.</summary>
    public static string Section(Rule rule)
    {
        var section = new StringBuilder();
        AppendRule(section, rule);
        return section.ToString().TrimStart('\n');
    }

    private static void AppendRule(StringBuilder page, Rule rule)
    {
        page.Append($"\n## {rule.Id} {rule.Name}\n\n");
        page.Append($"{Prose(rule.Summary)} *({SeverityNames.Of(rule.Severity)}{RuleFacts.OptIn(rule)}, {PhaseNames.Of(rule.Phase)}{RuleFacts.Locked(rule)}{RuleFacts.Fix(rule)})*\n\n");
        page.Append($"{Prose(rule.Explanation)}\n");
        AppendCode(page, "Bad", "text", rule.Bad);
        AppendCode(page, "Good", "text", rule.Good);
        if (!Remedy.Of(rule).Any()) return;
        page.Append("\n<details><summary>How to suppress it</summary>\n");
        foreach (Remedy remedy in Remedy.Of(rule)) AppendCode(page, remedy.Title, remedy.Format, remedy.Text);
        page.Append("\n</details>\n");
    }

    private static void AppendCode(StringBuilder page, string title, string format, string code) =>
        page.Append($"\n{title}:\n\n```{format}\n{code.ReplaceLineEndings("\n")}\n```\n");

    // The anchor that GitHub gives a heading.
    private static string Anchor(Rule rule) => $"{rule.Id.ToLowerInvariant()}-{rule.Name}";

    // Rules are written as plain text: what would be markup in Markdown is meant as it stands.
    private static string Prose(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (char unit in text)
        {
            if (unit is '\\' or '`' or '*' or '_' or '<' or '[' or ']') escaped.Append('\\');
            escaped.Append(unit);
        }
        return escaped.ToString();
    }
}
