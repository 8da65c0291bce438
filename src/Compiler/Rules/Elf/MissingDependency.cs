using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.RunTimeLinker;

namespace ManifestLinker.Compiler.Rules.Elf;

/// <summary>Which of the rules about missing dependencies speaks: the one that knows most of the reason, so that one fault is told once.</summary>
internal static class MissingDependency
{
    /// <summary>The rule that speaks of <paramref name="unmet"/>.</summary>
    public static Rule RuleFor(DependencySurvey survey, Unmet unmet) =>
        unmet.IsRelative ? (unmet.Dependency.Of.File.IsSetId ? SetidInsecureDependency.Rule : NeededHasSlash.Rule)
        : unmet.ByLuck is not null ? NeededByLuck.Rule
        : NodeflibWithoutRunpath.IsReason(survey, unmet.Dependency) ? NodeflibWithoutRunpath.Rule
        : unmet.Dependency.Undelivered is not null ? NeededUndeliveredButInProto.Rule
        : unmet.Dependency.MetOnlyOthers ? NeededWrongClass.Rule
        : NeededNotInPlatform.Rule;
}
