using ManifestLinker.Compiler.Audit;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Smf;

namespace ManifestLinker.Compiler.Rules.Smf;

/// <summary>The rules about service manifests.</summary>
public static class SmfRules
{
    /// <summary>The rules, in the order of the ids.</summary>
    public static readonly IReadOnlyList<Rule> All =
    [
        SmfXmlInvalid.Rule,
        SmfMethodMissing.Rule,
        SmfMethodNotExecutable.Rule,
        SmfDuplicateFmri.Rule,
        SmfDanglingDependency.Rule,
        SmfFileDependency.Rule,
        SmfUserUnknown.Rule,
        SmfProfileDangling.Rule,
        Svr4InitScript.Rule,
        SmfDependencyCycle.Rule,
    ];

    /// <summary>What they find in <paramref name="image"/>.</summary>
    public static IEnumerable<Finding> Check(AuditedImage image)
    {
        SmfImage smf = SmfImage.Read(image);
        MethodUse[] uses = [.. MethodUse.Of(smf)];
        IEnumerable<Finding> findings =
        [
            .. SmfXmlInvalid.Check(smf),
            .. SmfMethodMissing.Check(uses),
            .. SmfMethodNotExecutable.Check(uses, image),
            .. SmfDuplicateFmri.Check(smf),
            .. SmfDanglingDependency.Check(smf),
            .. SmfFileDependency.Check(smf),
            .. SmfUserUnknown.Check(smf),
            .. SmfProfileDangling.Check(smf),
            .. Svr4InitScript.Check(image),
            .. SmfDependencyCycle.Check(smf),
        ];

        // A manifest may say a thing twice; once is enough to mend it.
        return findings.DistinctBy(finding => (finding.Rule, finding.Subject?.Path, finding.DetailKey));
    }
}
