using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Compiler.Tree;
using ManifestLinker.Linker.Iso.Format;

namespace ManifestLinker.Linker.Iso;

/// <summary>An ISO image with everything in its place, which is put together as it is read.</summary>
public sealed class IsoPlan : IsoResult
{
    private readonly IsoLayout layout;

    internal IsoPlan(FileTree tree, IsoLayout layout)
    {
        this.layout = layout;
        Image = IsoImageWriter.Write(tree, layout);
    }

    /// <summary>
    /// The whole image. Reading a range reads the contents that lie in it, and may fail as they do; any number of threads may read.
    /// </summary>
    public ByteSource Image { get; }

    /// <summary>The byte offset of the content of <paramref name="file"/>, an object of the tree; <see cref="KeyNotFoundException"/> where it has none.</summary>
    public long OffsetOf(Inode file) => layout.Contents[file] * (long)IsoFormat.Sector;
}
