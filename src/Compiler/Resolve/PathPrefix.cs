using ManifestLinker.Compiler.Ir;

namespace ManifestLinker.Compiler.Resolve;

/// <summary>The path <paramref name="Top"/> and all that lies below it.</summary>
public sealed record PathPrefix(ImagePath Top) : IPathPattern
{
    /// <inheritdoc/>
    public string Pattern => Top.Text;

    /// <inheritdoc/>
    public bool Matches(ImagePath path) => path.IsAtOrBelow(Top);
}
