using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.RunTimeLinker;

namespace ManifestLinker.Compiler.Rules.Elf;

/// <summary>MLC5020: An object needs a library that is not where it is looked for.</summary>
public static class NeededNotInPlatform
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC5020",
        Name = "needed-not-in-platform",
        Severity = Severity.Error,
        Phase = Phase.Audit,
        Summary = "An object needs a library that is not where it is looked for.",
        Explanation =
            "ld.so.1 looks for each dependency in the directories of the object's own DT_RUNPATH (or DT_RPATH, which is the same to it), then in "
            + "/lib and /usr/lib, or /lib/64 and /usr/lib/64. What it does not find there ends the program before main. The search path of a program "
            + "does not count for its libraries, and an object of the other class is passed over. A library below /opt/local belongs to pkgsrc and is "
            + "there on no fresh system. Of today's tools only check_rtime looks, on a running illumos, with ldd.",
        Bad = "(usr/bin/pgrep needs libproc.so.1; no line delivers lib/libproc.so.1)",
        Good = "f lib/libproc.so.1 0755 root bin",
    };

    internal static IEnumerable<Finding> Check(DependencySurvey survey) => survey.Unmet
        .Where(unmet => MissingDependency.RuleFor(survey, unmet) == Rule)
        .Select(unmet => DependencyFinding.Of(
            survey.Image,
            Rule,
            unmet.Dependency,
            $"'{unmet.Dependency.Of}' needs {DependencyFinding.Quoted(unmet.Dependency.Text)}, which is not found: {DependencyFinding.Tried(unmet.Dependency)}") with
        {
            Help = survey.Elsewhere(unmet.Dependency).FirstOrDefault() is { IsRoot: false } other
                ? $"'{other}' lies where the object does not look: link it with a search path that leads there"
                : "deliver the library where it is looked for, or link the object without it",
            Related = DependencyFinding.Programs(survey.Image, unmet),
        });
}
