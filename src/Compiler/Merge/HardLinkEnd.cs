using ManifestLinker.Compiler.Ir;

namespace ManifestLinker.Compiler.Merge;

/// <summary>
/// Where a hard link ends after following hard links to hard links, in whatever order they are declared: at an entry that is
/// none, at a path that nobody declares (<see cref="Entry"/> is null), or nowhere, because it leads back to itself.
/// </summary>
public readonly record struct HardLinkEnd(ImagePath Path, Entry? Entry, bool IsCycle);
