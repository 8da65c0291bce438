using ManifestLinker.Compiler.Ir;

namespace ManifestLinker.Linker;

/// <summary>One thing that a format of images has no place for.</summary>
/// <param name="Path">The object it is about; null where it is about the file system as a whole.</param>
/// <param name="Message">One sentence without a full stop, which does not repeat the path.</param>
public readonly record struct ImageObjection(ImagePath? Path, string Message);
