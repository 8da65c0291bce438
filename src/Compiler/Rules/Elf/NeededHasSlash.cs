using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.RunTimeLinker;

namespace ManifestLinker.Compiler.Rules.Elf;

/// <summary>MLC5024: An object names a library by a path.</summary>
public static class NeededHasSlash
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC5024",
        Name = "needed-has-slash",
        Severity = Severity.Warning,
        Phase = Phase.Audit,
        Summary = "An object names a library by a path.",
        Explanation =
            "ld.so.1 takes a dependency with a slash as it is and searches no directory. A relative path means another file in each working "
            + "directory, so that the program starts in one of them at best: that is an error. The usual reason is a library that was built without a "
            + "SONAME (-h) and named by its path when the object was linked.",
        Bad = "(usr/lib/libfoo.so.1 has DT_NEEDED ../lib/libbar.so.1)",
        Good = "(usr/lib/libfoo.so.1 has DT_NEEDED libbar.so.1)",
    };

    internal static IEnumerable<Finding> Check(DependencySurvey survey) =>
    [
        .. survey.Needs().Where(IsByPath).Select(dependency => At(survey, dependency) with
        {
            Help = "link the object anew with a library that has a SONAME",
        }),
        .. survey.Unmet.Where(unmet => MissingDependency.RuleFor(survey, unmet) == Rule).Select(unmet => At(survey, unmet.Dependency) with
        {
            Severity = Severity.Error,
            Help = "link the object anew with a library that has a SONAME; a relative path depends on the working directory",
        }),
    ];

    // Where nothing is found, that is what is told. In a set-id program a path that $ORIGIN begins has a rule of its own.
    private static bool IsByPath(Dependency dependency) => dependency.Text.Contains('/') && dependency.Found is not null
        && !(dependency.Of.File.IsSetId && dependency.Text.Contains('$'));

    private static Finding At(DependencySurvey survey, Dependency dependency) => DependencyFinding.Of(
        survey.Image,
        Rule,
        dependency,
        $"'{dependency.Of}' needs {DependencyFinding.Quoted(dependency.Text)}, which is a path and no name");
}
