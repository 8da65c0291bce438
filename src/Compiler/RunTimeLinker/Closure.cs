namespace ManifestLinker.Compiler.RunTimeLinker;

/// <summary>Everything that is loaded with an object, in the order it is loaded.</summary>
/// <param name="Root">The object.</param>
/// <param name="Objects">What is loaded, the object itself first; each inode once.</param>
/// <param name="Bindings">What each of them names, in the same order.</param>
public sealed record Closure(LinkedObject Root, IReadOnlyList<LinkedObject> Objects, IReadOnlyList<Binding> Bindings)
{
    /// <summary>Whether nothing that must be there is missing, so that it can be told what symbols there are.</summary>
    public bool IsWhole => Bindings.All(binding => binding.Satisfied is not null || binding.Dependency.Filter is not null || binding.Dependency.IsDeferred);
}

/// <summary>A dependency within a process.</summary>
/// <param name="Dependency">The dependency.</param>
/// <param name="Loaded">An object that was loaded before for others and has that name, where the search found none.</param>
public readonly record struct Binding(Dependency Dependency, LinkedObject? Loaded)
{
    /// <summary>What stands for it in this process; null where nothing does.</summary>
    public LinkedObject? Satisfied => Dependency.Found ?? Loaded;
}
