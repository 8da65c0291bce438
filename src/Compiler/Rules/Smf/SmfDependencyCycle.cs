using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Smf;

namespace ManifestLinker.Compiler.Rules.Smf;

/// <summary>MLC8111: Services wait for each other in a circle.</summary>
public static class SmfDependencyCycle
{
    // A circle of more is told by its beginning.
    private const int MostNames = 20;

    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC8111",
        Name = "smf-dependency-cycle",
        Severity = Severity.Warning,
        Phase = Phase.Audit,
        Summary = "Services wait for each other in a circle.",
        Explanation =
            "svc.startd refuses the dependency that would close the circle, and puts the instance that has it into maintenance; which one that is "
            + "depends on the order in which instances are read. Dependents and restarters count, and so does optional_all; exclude_all does not, as "
            + "two services may exclude each other.",
        Bad = "svc:/site/a depends on svc:/site/b, and svc:/site/b on svc:/site/a",
        Good = "svc:/site/a depends on svc:/site/b",
    };

    /// <summary>The circles of the manifests of <paramref name="smf"/>; services that take part in several are told of once.</summary>
    public static IEnumerable<Finding> Check(SmfImage smf)
    {
        var declared = new Dictionary<Fmri, (SmfFile File, ServiceEntity Entity)>();
        foreach (SmfFile file in smf.Manifests)
        {
            foreach (ServiceEntity entity in file.Entities) declared.TryAdd(entity.Fmri, (file, entity));
        }
        var graph = new DependencyGraph([.. smf.Manifests.SelectMany(file => file.Services)]);
        foreach (IReadOnlyList<Fmri> circle in DependencyCycles.Of(graph)) yield return At(circle, declared);
    }

    private static Finding At(IReadOnlyList<Fmri> circle, Dictionary<Fmri, (SmfFile File, ServiceEntity Entity)> declared)
    {
        // Whoever waits is declared: nothing is known of what others wait for.
        (SmfFile file, ServiceEntity entity) = circle.Where(declared.ContainsKey).Select(name => declared[name]).First();
        IEnumerable<Fmri> shown = circle.Count > MostNames ? circle.Take(MostNames) : circle.Append(circle[0]);
        string spelled = string.Join(" -> ", shown.Select(name => $"'{name}'")) + (circle.Count > MostNames ? $" and {circle.Count - MostNames} more" : "");
        return file.Finding(
            Rule,
            entity.Place,
            $"services wait for each other in a circle: {spelled}",
            string.Join(' ', circle),
            new KeyValuePair<string, string>("cycle", string.Join(' ', circle.Take(MostNames)))) with
        {
            Help = "take one of the dependencies away, or turn it round",
        };
    }
}
