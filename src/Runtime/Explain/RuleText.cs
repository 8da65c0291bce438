using System.Text;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Runtime.Rendering;

namespace ManifestLinker.Runtime.Explain;

/// <summary>Rules as plain text for a terminal.</summary>
internal static class RuleText
{
    private const int Width = 80;

    /// <summary>All that is to be said about <paramref name="rule"/>; ends with a line feed.</summary>
    public static string Explain(Rule rule)
    {
        var text = new StringBuilder();
        text.Append($"{rule.Id} {rule.Name}\n");
        text.Append($"{SeverityNames.Of(rule.Severity)}{RuleFacts.OptIn(rule)}, found in phase {PhaseNames.Of(rule.Phase)}{RuleFacts.Locked(rule)}{RuleFacts.Fix(rule)}\n\n");
        text.Append($"{rule.Summary}\n\n");
        foreach (string line in Wrapped(rule.Explanation)) text.Append($"{line}\n");
        Section("Bad", rule.Bad);
        Section("Good", rule.Good);
        foreach (Remedy remedy in Remedy.Of(rule)) Section(remedy.Title, remedy.Text);
        return text.ToString();

        void Section(string title, string body)
        {
            text.Append($"\n{title}:\n");
            foreach (string line in body.Split('\n')) text.Append($"    {line}".TrimEnd()).Append('\n');
        }
    }

    /// <summary>One line for each of <paramref name="rules"/>: id, severity, name, what is wrong.</summary>
    public static string List(IReadOnlyList<Rule> rules)
    {
        int width = rules.Count == 0 ? 0 : rules.Max(rule => rule.Name.Length);
        var text = new StringBuilder();
        foreach (Rule rule in rules)
            text.Append($"{rule.Id}  {SeverityNames.Of(rule.Severity),-7}  {rule.Name.PadRight(width)}  {rule.Summary}\n");
        return text.ToString();
    }

    private static IEnumerable<string> Wrapped(string paragraph)
    {
        var line = new StringBuilder();
        foreach (string word in paragraph.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > Width)
            {
                yield return line.ToString();
                line.Clear();
            }
            if (line.Length > 0) line.Append(' ');
            line.Append(word);
        }
        if (line.Length > 0) yield return line.ToString();
    }
}
