using ManifestLinker.Compiler.Ir;

namespace ManifestLinker.Compiler.Resolve;

/// <summary>
/// Where following a path ended: <see cref="Path"/> is the object that was found, or the place where the walk could not go
/// on. <see cref="Climbed"/> tells that the text itself, not a link on the way, went up from the root.
/// </summary>
public readonly record struct Walk(WalkEnd End, ImagePath Path, bool Climbed, bool IsDirectory = false);

/// <summary>How following a path ended.</summary>
public enum WalkEnd
{
    /// <summary>At an object.</summary>
    Found,

    /// <summary>At a path where nothing is.</summary>
    Missing,

    /// <summary>At a path that the running system provides.</summary>
    Provided,

    /// <summary>Below something that is no directory.</summary>
    NotADirectory,

    /// <summary>After more links than the kernel follows.</summary>
    Loop,
}
