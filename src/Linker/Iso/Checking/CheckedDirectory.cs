namespace ManifestLinker.Linker.Iso;

/// <summary>A directory as a check has found it.</summary>
/// <param name="Name">Its plain name.</param>
/// <param name="Parent">The number of the directory above, by the order in which directories are looked into; the top one is its own.</param>
/// <param name="Block">Its first block.</param>
/// <param name="Size">Its bytes.</param>
internal sealed record CheckedDirectory(byte[] Name, int Parent, long Block, long Size);
