using ManifestLinker.Linker.Ufs.Format;

namespace ManifestLinker.Linker.Ufs;

/// <summary>
/// Finds the smallest file system for a tree, among those of whole cylinders of 300 KiB, whose tracks then all have 600
/// sectors. A larger one may hold less, since a last group too short for its inodes is dropped: sizes are tried one by one.
/// </summary>
internal sealed class SmallestGeometry(IReadOnlyList<UfsObject> objects, UfsSize.Auto size, UfsOptions options)
{
    private const long Cylinder = 300 * 1024;
    private const int LeastCylinders = 7;

    // An inode takes 128 bytes itself: denser than this, little else would fit.
    private const int LeastBytesPerInode = 2 * DiskInode.Bytes;

    // Sparser than this, a group of the least cylinders would have none; it gets a whole block of inodes anyway.
    private const int MostBytesPerInode = 1 << 20;

    private readonly SpaceNeed need = SpaceNeed.Of(objects, options.BlockSize, options.FragmentSize);
    private readonly long inodes = objects[^1].Number + 1 + size.SpareInodes;

    /// <summary>The layout, or why no file system of any size will do.</summary>
    public (Layout? Layout, string Why) Find()
    {
        long least = Math.Max((need.Blocks + size.SpareBlocks) * options.BlockSize, inodes * DiskInode.Bytes) / Cylinder;
        for (long cylinders = Math.Max(LeastCylinders, least); ; cylinders++)
        {
            long bytes = cylinders * Cylinder;
            if (bytes > Newfs.LargestSectors * Newfs.SectorSize) return (null, WhyTooLarge(bytes));
            if (GeometryOf(bytes) is not UfsGeometry geometry) continue;

            // Tails may also lie in two blocks that are not whole ones: behind the summary, and at the end.
            if (new FreeSpace(geometry).Blocks + 2 < need.Blocks + size.SpareBlocks) continue;
            var layout = Layout.Of(geometry, objects);
            if (layout.Space.MissingBlocks == 0 && layout.Space.FreeBlocks >= size.SpareBlocks) return (layout, "");
        }
    }

    // The sparsest inodes that are enough.
    private UfsGeometry? GeometryOf(long bytes)
    {
        for (int density = (int)Math.Min(bytes / inodes, MostBytesPerInode); density >= LeastBytesPerInode; density -= Math.Max(1, density / 64))
        {
            if (Newfs.Geometry(bytes, density, options.BlockSize, options.FragmentSize) is not NewfsResult.Made made) return null;
            if (made.Geometry.Inodes >= inodes) return made.Geometry;
        }
        return null;
    }

    private string WhyTooLarge(long bytes) =>
        Newfs.Geometry(bytes, LeastBytesPerInode, options.BlockSize, options.FragmentSize) is NewfsResult.Refused refused
            ? refused.Why
            : throw new InvalidOperationException("a file system above the largest size was not refused");
}
