namespace ManifestLinker.Compiler.RunTimeLinker;

/// <summary>A dependency that the search of its own object does not find.</summary>
/// <param name="Dependency">The dependency.</param>
/// <param name="Programs">The programs in which it is missing, or, where it is missing in none, those that have it by luck; the object itself is not among them.</param>
/// <param name="ByLuck">Where no process misses it, the object that stands for it, because it was loaded before for others; null where it is missing.</param>
public sealed record Unmet(Dependency Dependency, IReadOnlyList<LinkedObject> Programs, LinkedObject? ByLuck)
{
    /// <summary>Whether it names a path that means another file in every working directory.</summary>
    public bool IsRelative => Dependency.Attempts.Any(tried => tried.Outcome == AttemptOutcome.Relative && Dependency.Text.Contains('/'));
}
