using ManifestLinker.Compiler.Diagnostics;

namespace ManifestLinker.Compiler.Rules.Differences;

/// <summary>The rules about what differs between two images.</summary>
public static class DifferenceRules
{
    /// <summary>The rules, in the order of the ids.</summary>
    public static readonly IReadOnlyList<Rule> All = [];
}
