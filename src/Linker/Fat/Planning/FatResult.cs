using ManifestLinker.Compiler.Ir;

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
    internal FatUnrepresentable(IReadOnlyList<FatObjection> objections) => Objections = objections;

    /// <summary>All that stands in the way; at least one.</summary>
    public IReadOnlyList<FatObjection> Objections { get; }
}

/// <summary>One thing that the format has no place for.</summary>
/// <param name="Path">The object it is about; null where it is about the volume as a whole.</param>
/// <param name="Message">One sentence without a full stop, which does not repeat the path.</param>
public readonly record struct FatObjection(ImagePath? Path, string Message);
