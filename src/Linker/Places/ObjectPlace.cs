namespace ManifestLinker.Linker.Places;

/// <summary>Where an object of a platform lies.</summary>
/// <param name="FileSystem">The name of the file system, as <c>usr</c>.</param>
/// <param name="Inode">The number of its inode there.</param>
/// <param name="Runs">The byte ranges of that file system's image that hold its content, in order of the content.</param>
public sealed record ObjectPlace(string FileSystem, uint Inode, IReadOnlyList<(long Offset, long Length)> Runs);
