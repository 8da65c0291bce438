using ManifestLinker.Compiler.Audit;
using ManifestLinker.Compiler.Diagnostics;

namespace ManifestLinker.Compiler.Rules.Scripts;

/// <summary>The rules about scripts.</summary>
public static class ScriptRules
{
    /// <summary>The rules, in the order of the ids.</summary>
    public static readonly IReadOnlyList<Rule> All = [];

    /// <summary>What they find in <paramref name="image"/>.</summary>
    public static IEnumerable<Finding> Check(AuditedImage image) => [];
}
