using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.RunTimeLinker;

namespace ManifestLinker.Compiler.Rules.Elf;

/// <summary>MLC5023: A dependency is found only because something else loaded it before.</summary>
public static class NeededByLuck
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC5023",
        Name = "needed-by-luck",
        Severity = Severity.Warning,
        Phase = Phase.Audit,
        Summary = "A dependency is found only because something else loaded it before.",
        Explanation =
            "A search path counts only for the object that carries it. Where the search ends with nothing, ld.so.1 takes an object of that name that "
            + "is loaded already, as one that the program found through its own search path. Another program that loads the library, or a change in the order of "
            + "dependencies, and it is gone.",
        Bad = "(usr/bin/foo has the search path /usr/foo/lib and needs liba.so.1 and libb.so.1 there; liba.so.1 needs libb.so.1 and has none)",
        Good = "(liba.so.1 is linked with -R/usr/foo/lib, too)",
    };

    internal static IEnumerable<Finding> Check(DependencySurvey survey) => survey.Unmet
        .Where(unmet => MissingDependency.RuleFor(survey, unmet) == Rule)
        .Select(unmet => DependencyFinding.Of(
            survey.Image,
            Rule,
            unmet.Dependency,
            $"'{unmet.Dependency.Of}' finds {DependencyFinding.Quoted(unmet.Dependency.Text)} only where '{unmet.ByLuck}' was loaded for others before") with
        {
            Help = "link the object with a search path of its own that leads there",
            Related = DependencyFinding.Programs(survey.Image, unmet),
        });
}
