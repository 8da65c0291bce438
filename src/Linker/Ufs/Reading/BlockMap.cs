using System.Buffers.Binary;
using ManifestLinker.Linker.Ufs.Format;

namespace ManifestLinker.Linker.Ufs;

/// <summary>
/// Follows the addresses of one inode for one pass over its content; not for several threads. The last indirect block of each
/// level is kept, so that going forward reads each of them once.
/// </summary>
internal sealed class BlockMap(Volume volume, uint number, int[] addresses)
{
    private readonly (int Fragment, byte[] Pointers)[] kept = [(0, []), (0, []), (0, [])];

    /// <summary>
    /// Where the block <paramref name="block"/> of the content begins, of which <paramref name="bytes"/> are wanted: a
    /// fragment address, or 0 for a hole.
    /// </summary>
    public int AddressOf(long block, int bytes)
    {
        long pointers = volume.Geometry.PointersPerBlock;
        if (block < DiskInode.DirectPointers) return Checked(addresses[block], block, bytes);
        long rest = block - DiskInode.DirectPointers;
        long reach = 1;
        for (int level = 0; level < 3; level++, reach *= pointers)
        {
            if (rest >= reach * pointers)
            {
                rest -= reach * pointers;
                continue;
            }
            int at = addresses[DiskInode.DirectPointers + level];
            for (int depth = level; depth >= 0 && at != 0; depth--, reach /= pointers)
            {
                at = Pointer(depth, Checked(at, block, volume.Geometry.BlockSize), (int)(rest / reach % pointers));
            }
            return Checked(at, block, bytes);
        }
        throw BrokenImage.Because($"inode {number}: block {block} lies behind what indirect blocks reach");
    }

    private int Pointer(int depth, int fragment, int index)
    {
        if (kept[depth].Fragment != fragment)
        {
            var block = new byte[volume.Geometry.BlockSize];
            volume.Read(fragment, 0, block);
            kept[depth] = (fragment, block);
        }
        return BinaryPrimitives.ReadInt32LittleEndian(kept[depth].Pointers.AsSpan(index * sizeof(int)));
    }

    private int Checked(int fragment, long block, int bytes)
    {
        if (fragment == 0) return 0;
        int fragments = Rounding.Ceiling(bytes, volume.Geometry.FragmentSize);
        return fragment > 0 && fragment <= volume.Geometry.Fragments - fragments
            ? fragment
            : throw BrokenImage.Because($"inode {number}: block {block} is said to lie at fragment {fragment} of {volume.Geometry.Fragments}");
    }
}
