using ManifestLinker.Compiler.Audit;
using ManifestLinker.Compiler.Complete;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.RunTimeLinker;

namespace ManifestLinker.Compiler.Rules.Elf;

/// <summary>The rules that follow from what the run-time linker and the kernel load.</summary>
internal static class DependencyRules
{
    private static readonly IReadOnlyList<(Rule Rule, Func<DependencySurvey, DeliveringLines, IEnumerable<Finding>> Check)> Checks =
    [
        (RootDependsOnUsr.Rule, (survey, _) => RootDependsOnUsr.Check(survey)),
        (NeededNotInPlatform.Rule, (survey, _) => NeededNotInPlatform.Check(survey)),
        (NeededUndeliveredButInProto.Rule, (survey, lines) => NeededUndeliveredButInProto.Check(survey, lines)),
        (NeededWrongClass.Rule, (survey, _) => NeededWrongClass.Check(survey)),
        (NeededByLuck.Rule, (survey, _) => NeededByLuck.Check(survey)),
        (NeededHasSlash.Rule, (survey, _) => NeededHasSlash.Check(survey)),
        (NeededNotSoname.Rule, (survey, _) => NeededNotSoname.Check(survey)),
        (NeededIsDevLink.Rule, (survey, _) => NeededIsDevLink.Check(survey)),
        (ForbiddenDependency.Rule, (survey, _) => ForbiddenDependency.Check(survey)),
        (ObsoleteFilterDependency.Rule, (survey, _) => ObsoleteFilterDependency.Check(survey)),
        (PrefixShadow.Rule, (survey, _) => PrefixShadow.Check(survey)),
        (SonameVersionSkew.Rule, (survey, _) => SonameVersionSkew.Check(survey)),
        (UnresolvedSymbol.Rule, (survey, _) => UnresolvedSymbol.Check(survey)),
        (VersionNotFound.Rule, (survey, _) => VersionNotFound.Check(survey)),
        (PrivateVersionUse.Rule, (survey, _) => PrivateVersionUse.Check(survey)),
        (FilterTargetMissing.Rule, (survey, _) => FilterTargetMissing.Check(survey)),
        (AuditOrConfigTag.Rule, (survey, _) => AuditOrConfigTag.Check(survey)),
        (NodeflibWithoutRunpath.Rule, (survey, _) => NodeflibWithoutRunpath.Check(survey)),
        (KmodDepMissing.Rule, (survey, lines) => KmodDepMissing.Check(survey, lines)),
        (KmodRunpath.Rule, (survey, _) => KmodRunpath.Check(survey)),
        (KmodWrongDir.Rule, (survey, _) => KmodWrongDir.Check(survey)),
        (SetidInsecureDependency.Rule, (survey, _) => SetidInsecureDependency.Check(survey)),
        (IsaexecOrphan.Rule, (survey, _) => IsaexecOrphan.Check(survey.Image)),
    ];

    /// <summary>What they find in the image of <paramref name="linker"/>. Where none of them is looked for, nothing is loaded.</summary>
    public static IEnumerable<Finding> Check(LoadModel linker, CancellationToken cancel)
    {
        var wanted = Checks.Where(check => linker.Image.Input.Counts(check.Rule)).ToArray();
        if (wanted.Length == 0) return [];
        var survey = new DependencySurvey(linker, cancel);
        var lines = new DeliveringLines(linker.Image);
        return wanted.SelectMany(check => check.Check(survey, lines));
    }
}
