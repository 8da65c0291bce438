using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Fixes;

namespace ManifestLinker.Runtime.Rendering;

/// <summary>What of a run mlc could mend by itself.</summary>
/// <param name="Safe">How many findings <c>--fix</c> mends.</param>
/// <param name="Unsafe">How many more <c>--unsafe-fixes</c> mends.</param>
internal readonly record struct Fixable(int Safe, int Unsafe)
{
    /// <summary>The counts for <paramref name="verdict"/>.</summary>
    public static Fixable Of(Verdict verdict) => new(
        verdict.Findings.Count(finding => Best(finding) == FixSafety.Safe),
        verdict.Findings.Count(finding => Best(finding) == FixSafety.Unsafe));

    /// <summary>Whether mlc could mend <paramref name="finding"/>, whoever has to ask for it.</summary>
    public static bool Is(Finding finding) => Best(finding) is FixSafety.Safe or FixSafety.Unsafe;

    private static FixSafety? Best(Finding finding) => finding.Fixes.Count == 0 ? null : finding.Fixes.Min(fix => fix.Safety);
}
