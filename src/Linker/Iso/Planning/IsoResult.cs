namespace ManifestLinker.Linker.Iso;

/// <summary>What planning gives: an <see cref="IsoPlan"/> or an <see cref="IsoUnrepresentable"/>.</summary>
public abstract class IsoResult
{
    private protected IsoResult()
    {
    }
}

/// <summary>The tree or the options ask for what no such image can hold.</summary>
public sealed class IsoUnrepresentable : IsoResult
{
    internal IsoUnrepresentable(IReadOnlyList<ImageObjection> objections) => Objections = objections;

    /// <summary>All that stands in the way; at least one.</summary>
    public IReadOnlyList<ImageObjection> Objections { get; }
}
