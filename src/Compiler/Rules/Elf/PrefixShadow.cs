using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.RunTimeLinker;

namespace ManifestLinker.Compiler.Rules.Elf;

/// <summary>MLC5029: One name means different files to objects of one process.</summary>
public static class PrefixShadow
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC5029",
        Name = "prefix-shadow",
        Severity = Severity.Warning,
        Phase = Phase.Audit,
        Summary = "One name means different files to objects of one process.",
        Explanation =
            "Because a search path counts only for the object that carries it, two objects of one process can find two different files by the same name, "
            + "and both are loaded. They share names of symbols and no data: an object made by one and given to the other ends in memory that is not its own. The "
            + "platform has its own copies of libraries such as OpenSSL beside those of pkgsrc, under other names for this reason.",
        Bad = "(usr/bin/foo finds libxml2.so.2 in usr/lib, its library libbar.so.1 finds libxml2.so.2 in usr/bar/lib, and they are two files)",
        Good = "(usr/bar/lib/libxml2.so.2 is a link to ../../lib/libxml2.so.2)",
    };

    internal static IEnumerable<Finding> Check(DependencySurvey survey)
    {
        // In what loads an object with such a pair there is the same pair; it is told where it comes together.
        var pairs = survey.Objects.ToDictionary(root => root, root => Pairs(survey.ClosureOf(root)));
        foreach (LinkedObject root in survey.Objects)
        {
            foreach ((string name, (Dependency first, Dependency other)) in pairs[root])
            {
                if (survey.NeedsOf(root).Any(need => need.Found is { } found && !found.Equals(root) && pairs.TryGetValue(found, out var inner) && inner.ContainsKey(name))) continue;
                yield return survey.Image.Finding(
                    Rule,
                    root.Name,
                    $"in a process of '{root}' the name {DependencyFinding.Quoted(name)} is '{first.Found}' for '{first.Of}', and '{other.Found}' for '{other.Of}'",
                    name) with
                {
                    Help = "give both the same search path, or the two libraries different names",
                    Detail = [new("needed", name), new("first", first.Found!.Value.Name.Text), new("other", other.Found!.Value.Name.Text)],
                };
            }
        }
    }

    private static SortedDictionary<string, (Dependency, Dependency)> Pairs(Closure closure)
    {
        var firsts = new Dictionary<string, Dependency>(StringComparer.Ordinal);
        var pairs = new SortedDictionary<string, (Dependency, Dependency)>(StringComparer.Ordinal);
        foreach (Binding binding in closure.Bindings)
        {
            if (binding.Dependency is not { Found: { } found, Filter: null } dependency) continue;
            if (!firsts.TryAdd(dependency.Text, dependency) && !ReferenceEquals(firsts[dependency.Text].Found!.Value.File.Inode, found.File.Inode))
                pairs.TryAdd(dependency.Text, (firsts[dependency.Text], dependency));
        }
        return pairs;
    }
}
