using ManifestLinker.Compiler.Diagnostics;

namespace ManifestLinker.Runtime.Explain;

/// <summary>Rules as plain text for a terminal.</summary>
internal static class RuleText
{
    /// <summary>All that is to be said about <paramref name="rule"/>.</summary>
    public static string Explain(Rule rule) => rule.Explanation;

    /// <summary>One line for each of <paramref name="rules"/>.</summary>
    public static string List(IEnumerable<Rule> rules) => string.Join('\n', rules);
}
