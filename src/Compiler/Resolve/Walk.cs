using ManifestLinker.Compiler.Ir;

namespace ManifestLinker.Compiler.Resolve;

/// <summary>
/// Where following a path ended: <see cref="Path"/> is the object that was found, or the place where the walk could not go
/// on. <see cref="Climbed"/> tells that the text itself, not a link on the way, went up from the root.
/// </summary>
public readonly record struct Walk(WalkEnd End, ImagePath Path, bool Climbed, bool IsDirectory = false)
{
    /// <summary>
    /// How many links lead to the end one after the other, the last component of each being the next; 1 where a link leads to
    /// something else than a link. Links to directories on the way do not count.
    /// </summary>
    public int Chain { get; init; }

    /// <summary>The last link of the chain, where there is more than one.</summary>
    public ImagePath LastLink { get; init; }

    /// <summary>Whether the text itself has components that lead nowhere: an empty one, ".", or a directory and ".." after it. A slash at the end is none.</summary>
    public bool HasDetour { get; init; }

    /// <summary>Whether the text itself enters a directory through a symbolic link and leaves it by "..".</summary>
    public bool LeavesLink { get; init; }

    /// <summary>Whether the walk ended at an object that is no directory, and nothing was left but the demand that it be one.</summary>
    public bool WantsDirectory { get; init; }
}

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
