using ManifestLinker.Compiler.Ir;

namespace ManifestLinker.Linker.Ufs;

/// <summary>The tree or the options ask for what no such file system can hold.</summary>
public sealed class UfsUnrepresentable : UfsResult
{
    internal UfsUnrepresentable(IReadOnlyList<UfsObjection> objections) => Objections = objections;

    /// <summary>All that stands in the way, in order of path; at least one.</summary>
    public IReadOnlyList<UfsObjection> Objections { get; }
}

/// <summary>One thing that the format has no place for.</summary>
/// <param name="Path">The object it is about; null where it is about the file system as a whole.</param>
/// <param name="Message">One sentence without a full stop, which does not repeat the path.</param>
public readonly record struct UfsObjection(ImagePath? Path, string Message);
