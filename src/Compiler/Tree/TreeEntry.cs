using ManifestLinker.Compiler.Ir;

namespace ManifestLinker.Compiler.Tree;

/// <summary>A name in a file system, and the object it stands for.</summary>
public readonly record struct TreeEntry(ImagePath Path, Inode Inode);
