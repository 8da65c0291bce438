using ManifestLinker.Compiler.Ir;

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
    internal IsoUnrepresentable(IReadOnlyList<IsoObjection> objections) => Objections = objections;

    /// <summary>All that stands in the way; at least one.</summary>
    public IReadOnlyList<IsoObjection> Objections { get; }
}

/// <summary>One thing that the format has no place for.</summary>
/// <param name="Path">The object it is about; null where it is about the volume as a whole.</param>
/// <param name="Message">One sentence without a full stop, which does not repeat the path.</param>
public readonly record struct IsoObjection(ImagePath? Path, string Message);
