namespace ManifestLinker.Compiler.Smf;

/// <summary>Which members of a dependency keep it from ever being met.</summary>
internal static class RequiredTargets
{
    /// <summary>
    /// Those of the targets of <paramref name="dependency"/> that <paramref name="isAbsent"/> and that it requires: each where all must be there, the
    /// first where one must be and none is, none where they may be absent.
    /// </summary>
    public static IEnumerable<Target> Absent(Dependency dependency, Predicate<Target> isAbsent) => dependency.Grouping switch
    {
        Grouping.RequireAll => dependency.Targets.Where(target => isAbsent(target)).DistinctBy(target => target.Text, StringComparer.Ordinal),
        Grouping.RequireAny when dependency.Targets.All(target => isAbsent(target)) => dependency.Targets.Take(1),
        _ => [],
    };
}
