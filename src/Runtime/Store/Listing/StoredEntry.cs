using ManifestLinker.Compiler.Ir;

namespace ManifestLinker.Runtime.Store.Listing;

/// <summary>One object of what an action made.</summary>
internal abstract record StoredEntry(ImagePath Path)
{
    /// <summary>A directory, with the low 12 bits of its mode.</summary>
    public sealed record Directory(ImagePath Path, int Mode) : StoredEntry(Path);

    /// <summary>A regular file, with the low 12 bits of its mode and the name of its content.</summary>
    public sealed record File(ImagePath Path, int Mode, BlobDigest Content) : StoredEntry(Path);

    /// <summary>Another name of the file at <see cref="Existing"/>.</summary>
    public sealed record HardLink(ImagePath Path, ImagePath Existing) : StoredEntry(Path);

    /// <summary>A symbolic link with its literal text.</summary>
    public sealed record Link(ImagePath Path, string Target) : StoredEntry(Path);
}
