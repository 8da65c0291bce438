using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.RunTimeLinker;

namespace ManifestLinker.Compiler.Rules.Elf;

/// <summary>MLC5042: An object of another component uses what illumos keeps for itself.</summary>
public static class PrivateVersionUse
{
    private static readonly string[] Private = ["SUNWprivate", "ILLUMOSprivate"];

    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC5042",
        Name = "private-version-use",
        Severity = Severity.Warning,
        Phase = Phase.Audit,
        Summary = "An object of another component uses what illumos keeps for itself.",
        Explanation =
            "Symbols in the versions SUNWprivate and ILLUMOSprivate may change or go with any change of illumos; nothing outside of it is built with that "
            + "change. Only where manifests tell which component an object is of can this be told.",
        Bad = "(usr/sbin/foo of illumos-extra wants SUNWprivate_1.1 of libzfs.so.1)",
        Good = "(usr/sbin/foo of illumos-extra wants SUNW_1.1 of libzfs.so.1)",
    };

    internal static IEnumerable<Finding> Check(DependencySurvey survey)
    {
        foreach (Dependency dependency in survey.Needs())
        {
            if (survey.Image.Input.Union?.Find(dependency.Of.Name)?.Origin.Component is not { } component) continue;
            if (dependency.Found is not { } found || survey.Image.Profile.Dependencies.IsOwn(component)) continue;
            if (survey.Image.Input.Union.Find(found.Name)?.Origin.Component == component) continue;
            string[] used = [.. VersionBinding.Wanted(dependency).Where(name => Private.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal)))];
            if (used.Length == 0) continue;
            yield return DependencyFinding.Of(
                survey.Image, Rule, dependency, $"'{dependency.Of}' of {component} wants {DependencyFinding.List([.. used.Select(DependencyFinding.Quoted)])} of {DependencyFinding.Quoted(dependency.Text)}, which is private") with
            {
                Help = "use what the library offers to all",
            };
        }
    }
}
