using ManifestLinker.Compiler.Audit;
using ManifestLinker.Compiler.Diagnostics;

namespace ManifestLinker.Compiler.Rules.Smf;

/// <summary>The rules about service manifests.</summary>
public static class SmfRules
{
    /// <summary>The rules, in the order of the ids.</summary>
    public static readonly IReadOnlyList<Rule> All = [];

    /// <summary>What they find in <paramref name="image"/>.</summary>
    public static IEnumerable<Finding> Check(AuditedImage image) => [];
}
