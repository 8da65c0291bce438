using ManifestLinker.Compiler.Resolve;
using ManifestLinker.Compiler.Tree;

namespace ManifestLinker.Compiler.Host;

/// <summary>
/// What lstat(2) tells of an object of the host. <see cref="Permissions"/> are the low 12 bits of the mode, times are seconds
/// since 1970 UTC, and <see cref="Device"/> with <see cref="Inode"/> names the object whatever its path.
/// </summary>
public readonly record struct FileStatus(
    FileKind Kind,
    int Permissions,
    uint Uid,
    uint Gid,
    long Size,
    long Modified,
    ulong Inode,
    ulong Device,
    uint Links,
    (uint Major, uint Minor) Node)
{
    /// <summary>The time of the last modification, in nanoseconds since 1970 UTC; 0 where the host does not say.</summary>
    public long ModifiedNanoseconds { get; init; }

    /// <summary>
    /// The time of the last change of content or status, in nanoseconds since 1970 UTC, which no user can set; 0 where the host does not say.
    /// </summary>
    public long ChangedNanoseconds { get; init; }
}
