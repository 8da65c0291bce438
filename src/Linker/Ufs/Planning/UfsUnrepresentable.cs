namespace ManifestLinker.Linker.Ufs;

/// <summary>The tree or the options ask for what no such file system can hold.</summary>
public sealed class UfsUnrepresentable : UfsResult
{
    internal UfsUnrepresentable(IReadOnlyList<ImageObjection> objections) => Objections = objections;

    /// <summary>All that stands in the way, in order of path; at least one.</summary>
    public IReadOnlyList<ImageObjection> Objections { get; }
}
