using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Linker.Ufs.Format;

namespace ManifestLinker.Linker.Ufs;

/// <summary>An image that is being read: its geometry, and inodes and fragments by their numbers.</summary>
internal sealed class Volume
{
    private readonly ByteSource image;

    private Volume(ByteSource image, UfsGeometry geometry)
    {
        this.image = image;
        Geometry = geometry;
    }

    public UfsGeometry Geometry { get; }

    /// <summary>Opens <paramref name="image"/>; <see cref="InvalidDataException"/> where its superblock makes no sense.</summary>
    public static Volume Open(ByteSource image)
    {
        if (image.Length < Superblock.Offset + Superblock.Reserved)
            throw BrokenImage.Because($"the image has {image.Length} bytes, too few for a superblock");
        var superblock = Superblock.Read(image, Superblock.Offset);
        return GeometryReader.WhyNot(superblock, image.Length) is string why
            ? throw new InvalidDataException(why)
            : new Volume(image, GeometryReader.Of(superblock, image.Length));
    }

    /// <summary>The inode <paramref name="number"/>; it must exist.</summary>
    public DiskInode Inode(uint number)
    {
        Span<byte> bytes = stackalloc byte[DiskInode.Bytes];
        image.Read(Geometry.InodeOffset(number), bytes);
        return DiskInode.Decode(bytes);
    }

    /// <summary>Reads from byte <paramref name="skip"/> of fragment <paramref name="fragment"/> on, which a caller has checked.</summary>
    public void Read(int fragment, long skip, Span<byte> destination) => image.Read(Geometry.OffsetOf(fragment) + skip, destination);
}
