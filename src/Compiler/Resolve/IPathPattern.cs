using ManifestLinker.Compiler.Ir;

namespace ManifestLinker.Compiler.Resolve;

/// <summary>A pattern that some paths of the image fit.</summary>
public interface IPathPattern
{
    /// <summary>The pattern as it was written.</summary>
    string Pattern { get; }

    /// <summary>Whether <paramref name="path"/> fits.</summary>
    bool Matches(ImagePath path);
}
