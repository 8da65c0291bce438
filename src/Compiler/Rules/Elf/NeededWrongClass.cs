using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.RunTimeLinker;

namespace ManifestLinker.Compiler.Rules.Elf;

/// <summary>MLC5022: All objects that could satisfy a dependency have another class or machine.</summary>
public static class NeededWrongClass
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC5022",
        Name = "needed-wrong-class",
        Severity = Severity.Error,
        Phase = Phase.Audit,
        Summary = "All objects that could satisfy a dependency have another class or machine.",
        Explanation =
            "A 64-bit object cannot load a 32-bit one, nor the reverse. ld.so.1 passes over what does not fit and goes on with the next directory; "
            + "when none is left, the program does not start. Usually the library was delivered into the directory of the other class, or the search path of a "
            + "64-bit object lacks the /64 or /amd64 at its end.",
        Bad = "(the 64-bit usr/bin/node needs libuv.so.1; usr/lib/libuv.so.1, in its search path, is 32-bit)",
        Good = "f usr/lib/amd64/libuv.so.1 0755 root bin",
    };

    internal static IEnumerable<Finding> Check(DependencySurvey survey) => survey.Unmet
        .Where(unmet => MissingDependency.RuleFor(survey, unmet) == Rule)
        .Select(unmet => DependencyFinding.Of(
            survey.Image,
            Rule,
            unmet.Dependency,
            $"'{unmet.Dependency.Of}' needs {DependencyFinding.Quoted(unmet.Dependency.Text)}, of which there is none that fits: {DependencyFinding.Tried(unmet.Dependency)}") with
        {
            Help = "deliver the library for the class of the object, or mend the object's search path",
            Related = DependencyFinding.Programs(survey.Image, unmet),
        });
}
