using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Elf;
using ManifestLinker.Compiler.RunTimeLinker;

namespace ManifestLinker.Compiler.Rules.Elf;

/// <summary>MLC5077: What a filter stands in front of is not in the image.</summary>
public static class FilterTargetMissing
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC5077",
        Name = "filter-target-missing",
        Severity = Severity.Warning,
        Phase = Phase.Audit,
        Summary = "What a filter stands in front of is not in the image.",
        Explanation =
            "A filter has symbols and no code: each is bound to the object it stands in front of, and without that to nothing. An auxiliary filter has code "
            + "of its own, which serves where the other object is missing, so of those it is told for information. A directory for each capability of the machine "
            + "($CAPABILITY) may be empty.",
        Bad = "(usr/lib/libfoo.so.1 has DT_FILTER libbar.so.2; no line delivers usr/lib/libbar.so.2)",
        Good = "f usr/lib/libbar.so.2 0755 root bin",
    };

    internal static IEnumerable<Finding> Check(DependencySurvey survey) => survey.Objects
        .SelectMany(survey.Linker.DependenciesOf)
        .Where(dependency => dependency is { Filter: not null, Found: null, Attempts.Count: > 0 } && !survey.Linker.Order.Read(dependency.Text).Segments.Any(segment => segment.Has(PathToken.Capability)))
        .DistinctBy(dependency => (dependency.Of, dependency.Text, dependency.Filter))
        .Select(dependency => DependencyFinding.Of(
            survey.Image,
            Rule,
            dependency,
            $"'{dependency.Of}' is a filter in front of {DependencyFinding.Quoted(dependency.Text)}, which is not in the image: {DependencyFinding.Tried(dependency)}") with
        {
            Severity = dependency.Filter is FilterKind.Auxiliary or FilterKind.AuxiliarySymbols ? Severity.Info : Rule.Severity,
            DetailKey = $"{dependency.Filter} {dependency.Text}",
            Help = "deliver what it stands in front of, or link it anew without",
        });
}
