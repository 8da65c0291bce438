using ManifestLinker.Compiler.Audit;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.RunTimeLinker;

namespace ManifestLinker.Compiler.Rules.Elf;

/// <summary>The rules about ELF objects.</summary>
public static class ElfRules
{
    /// <summary>The rules, in the order of the ids.</summary>
    public static readonly IReadOnlyList<Rule> All =
    [
        .. ObjectRules.All.Concat(OfDependencies).OrderBy(rule => rule.Id, StringComparer.Ordinal),
    ];

    private static IReadOnlyList<Rule> OfDependencies =>
    [
        NeededNotInPlatform.Rule,
        NeededUndeliveredButInProto.Rule,
        NeededWrongClass.Rule,
        NeededByLuck.Rule,
        NeededHasSlash.Rule,
        NeededNotSoname.Rule,
        NeededIsDevLink.Rule,
        ForbiddenDependency.Rule,
        ObsoleteFilterDependency.Rule,
        PrefixShadow.Rule,
        SonameVersionSkew.Rule,
        UnresolvedSymbol.Rule,
        VersionNotFound.Rule,
        PrivateVersionUse.Rule,
        FilterTargetMissing.Rule,
        AuditOrConfigTag.Rule,
        NodeflibWithoutRunpath.Rule,
        KmodDepMissing.Rule,
        KmodRunpath.Rule,
        KmodWrongDir.Rule,
        SetidInsecureDependency.Rule,
        IsaexecOrphan.Rule,
    ];

    /// <summary>What they find in <paramref name="image"/>.</summary>
    public static IEnumerable<Finding> Check(AuditedImage image, CancellationToken cancel)
    {
        // What an object names is looked for once, whichever rules ask.
        var linker = new LoadModel(image, RunTimeLinkerProfile.Illumos);
        return [.. DependencyRules.Check(linker, cancel), .. ObjectRules.Check(linker, cancel)];
    }
}
