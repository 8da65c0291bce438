using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.RunTimeLinker;

namespace ManifestLinker.Compiler.Rules.Elf;

/// <summary>MLC5027: An object needs a library that it should not.</summary>
public static class ForbiddenDependency
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC5027",
        Name = "forbidden-dependency",
        Severity = Severity.Error,
        Phase = Phase.Audit,
        Summary = "An object needs a library that it should not.",
        Explanation =
            "Some libraries are there for few: those of old interfaces for programs that were linked long ago, libfakekernel for tests, libucb for the "
            + "programs in usr/ucb, and, in illumos itself, the run-time library of gcc. The lists are those of check_rtime (FORBIDDEN and FORBIDDEN_DEP).",
        Bad = "(usr/sbin/foo needs libresolv.so.1)",
        Good = "(usr/sbin/foo needs libresolv.so.2)",
    };

    internal static IEnumerable<Finding> Check(DependencySurvey survey)
    {
        foreach (Dependency dependency in survey.Needs())
        {
            string? component = survey.Image.Input.Union?.Find(dependency.Of.Name)?.Origin.Component;
            string name = dependency.Text[(dependency.Text.LastIndexOf('/') + 1)..];
            if (survey.Image.Profile.Dependencies.Forbids(dependency.Of.Name, component, name) is not { } forbidden) continue;
            yield return DependencyFinding.Of(
                survey.Image, Rule, dependency, $"'{dependency.Of}' needs {DependencyFinding.Quoted(dependency.Text)}, which it should not: {forbidden.Reason}") with
            {
                Help = "link the object without it",
            };
        }
    }
}
