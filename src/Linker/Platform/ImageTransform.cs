using ManifestLinker.Compiler.Tree;

namespace ManifestLinker.Linker.Platform;

/// <summary>
/// A step of the assembly that changes what the image holds: a value in, a value out. Each has a name that <c>--dry-run</c>
/// shows.
/// </summary>
public sealed record ImageTransform(string Name, Func<FileTree, FileTree> Apply);
