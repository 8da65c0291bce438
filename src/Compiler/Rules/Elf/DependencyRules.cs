using ManifestLinker.Compiler.Audit;
using ManifestLinker.Compiler.Complete;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.RunTimeLinker;

namespace ManifestLinker.Compiler.Rules.Elf;

/// <summary>The rules that follow from what the run-time linker and the kernel load.</summary>
internal static class DependencyRules
{
    /// <summary>What they find in <paramref name="image"/>.</summary>
    public static IEnumerable<Finding> Check(AuditedImage image, CancellationToken cancel)
    {
        var survey = new DependencySurvey(new LoadModel(image, RunTimeLinkerProfile.Illumos), cancel);
        var lines = new DeliveringLines(image);
        IReadOnlyList<(Rule Rule, Func<IEnumerable<Finding>> Check)> checks =
        [
            (RootDependsOnUsr.Rule, () => RootDependsOnUsr.Check(survey)),
            (NeededNotInPlatform.Rule, () => NeededNotInPlatform.Check(survey)),
            (NeededUndeliveredButInProto.Rule, () => NeededUndeliveredButInProto.Check(survey, lines)),
            (NeededWrongClass.Rule, () => NeededWrongClass.Check(survey)),
            (NeededByLuck.Rule, () => NeededByLuck.Check(survey)),
            (NeededHasSlash.Rule, () => NeededHasSlash.Check(survey)),
            (NeededNotSoname.Rule, () => NeededNotSoname.Check(survey)),
            (NeededIsDevLink.Rule, () => NeededIsDevLink.Check(survey)),
            (ForbiddenDependency.Rule, () => ForbiddenDependency.Check(survey)),
            (ObsoleteFilterDependency.Rule, () => ObsoleteFilterDependency.Check(survey)),
            (PrefixShadow.Rule, () => PrefixShadow.Check(survey)),
            (SonameVersionSkew.Rule, () => SonameVersionSkew.Check(survey)),
            (UnresolvedSymbol.Rule, () => UnresolvedSymbol.Check(survey)),
            (VersionNotFound.Rule, () => VersionNotFound.Check(survey)),
            (PrivateVersionUse.Rule, () => PrivateVersionUse.Check(survey)),
            (FilterTargetMissing.Rule, () => FilterTargetMissing.Check(survey)),
            (AuditOrConfigTag.Rule, () => AuditOrConfigTag.Check(survey)),
            (NodeflibWithoutRunpath.Rule, () => NodeflibWithoutRunpath.Check(survey)),
            (KmodDepMissing.Rule, () => KmodDepMissing.Check(survey, lines)),
            (KmodRunpath.Rule, () => KmodRunpath.Check(survey)),
            (KmodWrongDir.Rule, () => KmodWrongDir.Check(survey)),
            (SetidInsecureDependency.Rule, () => SetidInsecureDependency.Check(survey)),
            (IsaexecOrphan.Rule, () => IsaexecOrphan.Check(image)),
        ];
        return checks.Where(check => image.Input.Counts(check.Rule)).SelectMany(check => check.Check());
    }
}
