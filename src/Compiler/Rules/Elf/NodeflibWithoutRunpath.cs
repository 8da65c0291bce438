using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.RunTimeLinker;

namespace ManifestLinker.Compiler.Rules.Elf;

/// <summary>MLC5079: An object leaves out the default directories and does not find what lies in them.</summary>
public static class NodeflibWithoutRunpath
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC5079",
        Name = "nodeflib-without-runpath",
        Severity = Severity.Error,
        Phase = Phase.Audit,
        Summary = "An object leaves out the default directories and does not find what lies in them.",
        Explanation =
            "With DF_1_NODEFLIB (-z nodefaultlib) ld.so.1 looks only in the directories of the object's own search path. What lies in /lib or /usr/lib is "
            + "not found then, not even libc, unless they are named there.",
        Bad = "(usr/lib/libfoo.so.1 has DF_1_NODEFLIB, no search path, and needs libc.so.1)",
        Good = "(usr/lib/libfoo.so.1 has DF_1_NODEFLIB, and the search path /lib)",
    };

    internal static IEnumerable<Finding> Check(DependencySurvey survey) => survey.Unmet
        .Where(unmet => MissingDependency.RuleFor(survey, unmet) == Rule)
        .Select(unmet => DependencyFinding.Of(
            survey.Image,
            Rule,
            unmet.Dependency,
            $"'{unmet.Dependency.Of}' needs {DependencyFinding.Quoted(unmet.Dependency.Text)} and leaves out the default directories, where it lies") with
        {
            Help = "link it with a search path that leads there, or without -z nodefaultlib",
            Related = DependencyFinding.Programs(survey.Image, unmet),
        });

    /// <summary>Whether <paramref name="dependency"/> is missing because the default directories are left out.</summary>
    internal static bool IsReason(DependencySurvey survey, Dependency dependency) =>
        dependency.Of.Elf.Dynamic is { LeavesOutDefaultDirectories: true } && survey.Linker.IsInDefaultDirectories(dependency);
}
