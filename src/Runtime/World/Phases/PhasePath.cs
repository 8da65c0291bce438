using ManifestLinker.Compiler.Diagnostics;

namespace ManifestLinker.Runtime.World.Phases;

/// <summary>
/// A file or directory that a phase declares: <see cref="Name"/> from the directory of the workspace file, which is the same wherever the project
/// lies, unless it is written from the root and lies elsewhere; <see cref="Full"/> from the root of the host.
/// </summary>
internal sealed record PhasePath(string Name, string Full, Location Location)
{
    /// <summary>Whether this is <paramref name="other"/>, or lies below it.</summary>
    public bool IsAtOrBelow(PhasePath other) => IsAtOrBelow(Full, other.Full);

    /// <summary>Whether <paramref name="path"/> is <paramref name="top"/>, or lies below it; both are full and normal.</summary>
    public static bool IsAtOrBelow(string path, string top) =>
        path.StartsWith(top, StringComparison.Ordinal) && (path.Length == top.Length || top.Length == 1 || path[top.Length] == '/');
}
