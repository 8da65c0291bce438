using ManifestLinker.Compiler.Ir;

namespace ManifestLinker.Linker.Compare;

/// <summary>How two trees are compared.</summary>
public sealed record ComparisonOptions
{
    /// <summary>Whether owners and groups are compared; those of files that somebody unpacked say nothing.</summary>
    public bool Owners { get; init; } = true;

    /// <summary>Files whose content follows from the rest of the image, so that a difference in it is no news.</summary>
    public IReadOnlyCollection<ImagePath> Derived { get; init; } = [];

    /// <summary>Gives an empty temporary stream, for what is inside of compressed files.</summary>
    public required Func<Stream> Spool { get; init; }

    /// <summary>The number of threads that read.</summary>
    public int Jobs { get; init; } = 1;
}
