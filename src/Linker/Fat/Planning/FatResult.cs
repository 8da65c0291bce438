namespace ManifestLinker.Linker.Fat;

/// <summary>What planning gives: a <see cref="FatPlan"/> or a <see cref="FatUnrepresentable"/>.</summary>
public abstract class FatResult
{
    private protected FatResult()
    {
    }
}

/// <summary>The tree or the options ask for what no such image can hold.</summary>
public sealed class FatUnrepresentable : FatResult
{
    internal FatUnrepresentable(IReadOnlyList<ImageObjection> objections) => Objections = objections;

    /// <summary>All that stands in the way; at least one.</summary>
    public IReadOnlyList<ImageObjection> Objections { get; }
}
