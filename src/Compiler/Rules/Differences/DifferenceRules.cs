using ManifestLinker.Compiler.Diagnostics;

namespace ManifestLinker.Compiler.Rules.Differences;

/// <summary>The rules about what differs between two images.</summary>
public static class DifferenceRules
{
    /// <summary>The rules, in the order of the ids.</summary>
    public static readonly IReadOnlyList<Rule> All =
    [
        FileRemoved.Rule,
        FileAdded.Rule,
        SetidChange.Rule,
        OwnerModeChange.Rule,
        TypeChange.Rule,
        SizeRegression.Rule,
        AbiRemovedSymbol.Rule,
        NeededChange.Rule,
        RunpathChange.Rule,
        SemanticNoise.Rule,
        ConfigChange.Rule,
    ];
}
