using System.Collections.Frozen;

namespace ManifestLinker.Runtime.World.Trace;

/// <summary>A path among the arguments of a call: which one it is, which one is the descriptor that it starts from (-1 for the working directory), and what is done to it.</summary>
internal readonly record struct PathArgument(int Directory, int Path, Deed Deed);

/// <summary>What a call does to a path.</summary>
internal enum Deed
{
    /// <summary>Asks about it.</summary>
    Look,

    /// <summary>Opens it, as flags say.</summary>
    Open,

    /// <summary>Runs it.</summary>
    Run,

    /// <summary>Changes it, or its attributes.</summary>
    Change,

    /// <summary>Makes it, where nothing was.</summary>
    Make,

    /// <summary>Takes it away.</summary>
    Remove,
}

/// <summary>The calls of Linux that take paths, after their manual pages in section 2.</summary>
internal static class SystemCall
{
    // A question mark: not every machine has it.
    private const string Others = "fchdir,?fork,?vfork,clone,?clone3";

    /// <summary>What strace is to tell, in the language of its option <c>-e trace</c>.</summary>
    public const string Traced = $"%file,{Others}";

    private static readonly FrozenDictionary<string, PathArgument[]> Paths = new Dictionary<string, PathArgument[]>(StringComparer.Ordinal)
    {
        ["open"] = [new(-1, 0, Deed.Open)],
        ["openat"] = [new(0, 1, Deed.Open)],
        ["openat2"] = [new(0, 1, Deed.Open)],
        ["creat"] = [new(-1, 0, Deed.Open)],
        ["execve"] = [new(-1, 0, Deed.Run)],
        ["execveat"] = [new(0, 1, Deed.Run)],
        ["stat"] = [new(-1, 0, Deed.Look)],
        ["lstat"] = [new(-1, 0, Deed.Look)],
        ["stat64"] = [new(-1, 0, Deed.Look)],
        ["lstat64"] = [new(-1, 0, Deed.Look)],
        ["newfstatat"] = [new(0, 1, Deed.Look)],
        ["fstatat64"] = [new(0, 1, Deed.Look)],
        ["statx"] = [new(0, 1, Deed.Look)],
        ["access"] = [new(-1, 0, Deed.Look)],
        ["faccessat"] = [new(0, 1, Deed.Look)],
        ["faccessat2"] = [new(0, 1, Deed.Look)],
        ["readlink"] = [new(-1, 0, Deed.Look)],
        ["readlinkat"] = [new(0, 1, Deed.Look)],
        ["name_to_handle_at"] = [new(0, 1, Deed.Look)],
        ["getxattr"] = [new(-1, 0, Deed.Look)],
        ["lgetxattr"] = [new(-1, 0, Deed.Look)],
        ["listxattr"] = [new(-1, 0, Deed.Look)],
        ["llistxattr"] = [new(-1, 0, Deed.Look)],
        ["chdir"] = [new(-1, 0, Deed.Look)],
        ["mkdir"] = [new(-1, 0, Deed.Make)],
        ["mkdirat"] = [new(0, 1, Deed.Make)],
        ["mknod"] = [new(-1, 0, Deed.Make)],
        ["mknodat"] = [new(0, 1, Deed.Make)],
        ["symlink"] = [new(-1, 1, Deed.Make)],
        ["symlinkat"] = [new(1, 2, Deed.Make)],
        ["link"] = [new(-1, 0, Deed.Look), new(-1, 1, Deed.Make)],
        ["linkat"] = [new(0, 1, Deed.Look), new(2, 3, Deed.Make)],
        ["rename"] = [new(-1, 0, Deed.Remove), new(-1, 1, Deed.Make)],
        ["renameat"] = [new(0, 1, Deed.Remove), new(2, 3, Deed.Make)],
        ["renameat2"] = [new(0, 1, Deed.Remove), new(2, 3, Deed.Make)],
        ["rmdir"] = [new(-1, 0, Deed.Remove)],
        ["unlink"] = [new(-1, 0, Deed.Remove)],
        ["unlinkat"] = [new(0, 1, Deed.Remove)],
        ["truncate"] = [new(-1, 0, Deed.Change)],
        ["truncate64"] = [new(-1, 0, Deed.Change)],
        ["chmod"] = [new(-1, 0, Deed.Change)],
        ["fchmodat"] = [new(0, 1, Deed.Change)],
        ["fchmodat2"] = [new(0, 1, Deed.Change)],
        ["chown"] = [new(-1, 0, Deed.Change)],
        ["lchown"] = [new(-1, 0, Deed.Change)],
        ["fchownat"] = [new(0, 1, Deed.Change)],
        ["utime"] = [new(-1, 0, Deed.Change)],
        ["utimes"] = [new(-1, 0, Deed.Change)],
        ["futimesat"] = [new(0, 1, Deed.Change)],
        ["utimensat"] = [new(0, 1, Deed.Change)],
        ["setxattr"] = [new(-1, 0, Deed.Change)],
        ["lsetxattr"] = [new(-1, 0, Deed.Change)],
        ["removexattr"] = [new(-1, 0, Deed.Change)],
        ["lremovexattr"] = [new(-1, 0, Deed.Change)],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The paths that the call <paramref name="name"/> takes; none where it takes none.</summary>
    public static IReadOnlyList<PathArgument> PathsOf(string name) => Paths.GetValueOrDefault(name) ?? [];

    /// <summary>Whether the call begins a thread or process, whose number is the result.</summary>
    public static bool Begins(string name) => name is "fork" or "vfork" or "clone" or "clone3";
}
