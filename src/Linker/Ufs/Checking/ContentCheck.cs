using System.Buffers.Binary;
using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Compiler.Tree;
using ManifestLinker.Linker.Ufs.Format;

namespace ManifestLinker.Linker.Ufs;

/// <summary>
/// Follows all addresses of one inode and takes the fragments for it. An indirect block that another has already is not
/// followed, so that all inodes together take no longer than the image is large.
/// </summary>
internal sealed class ContentCheck(ByteSource image, Census census, Problems problems, uint number, DiskInode inode)
{
    private readonly UfsGeometry geometry = census.Geometry;
    private readonly long size = (long)inode.Size;
    private readonly bool keepBlocks = ModeBits.KindOf(inode.Mode) != FileKind.Regular;

    /// <summary>Fragments that the addresses stand for, indirect blocks included, whether they are right or not.</summary>
    public long Fragments { get; private set; }

    /// <summary>Whether an address within the size is 0.</summary>
    public bool Holes { get; private set; }

    /// <summary>For directories and links: the blocks that belong to this inode alone, in order.</summary>
    public List<ContentBlock> Blocks { get; } = [];

    private long BlockCount => Rounding.Ceiling(size, geometry.BlockSize);

    public void Run()
    {
        for (int block = 0; block < DiskInode.DirectPointers; block++) Data(block, inode.Addresses[block]);
        long first = DiskInode.DirectPointers, reach = 1;
        for (int level = 0; level < DiskInode.Pointers - DiskInode.DirectPointers; level++)
        {
            Indirect(inode.Addresses[DiskInode.DirectPointers + level], first, reach);
            reach *= geometry.PointersPerBlock;
            first += reach;
        }
    }

    private void Data(long block, int fragment)
    {
        if (block >= BlockCount)
        {
            if (fragment != 0) problems.Damage($"block {block} lies behind the end of {size} bytes and has the address {fragment}", number);
            return;
        }
        if (fragment == 0)
        {
            Holes = true;
            return;
        }
        int bytes = (int)Math.Min(geometry.BlockSize, size - block * geometry.BlockSize);
        int fragments = BlockCount > DiskInode.DirectPointers ? geometry.FragmentsPerBlock : Rounding.Ceiling(bytes, geometry.FragmentSize);
        Fragments += fragments;
        if (!Take(fragment, fragments)) return;
        if (keepBlocks) Blocks.Add(new ContentBlock(fragment, block * geometry.BlockSize, bytes));
        CheckSlack(fragment, fragments, bytes);
    }

    // An address of a block of addresses, each of which reaches that many blocks from the block first on.
    private void Indirect(int fragment, long first, long reach)
    {
        if (first >= BlockCount)
        {
            if (fragment != 0) problems.Damage($"an indirect block for block {first}, behind the end of {size} bytes, has the address {fragment}", number);
            return;
        }
        if (fragment == 0)
        {
            Holes = true;
            return;
        }
        Fragments += geometry.FragmentsPerBlock;
        if (!Take(fragment, geometry.FragmentsPerBlock)) return;
        var pointers = new byte[geometry.BlockSize];
        image.Read(geometry.OffsetOf(fragment), pointers);
        for (int i = 0; i < geometry.PointersPerBlock; i++)
        {
            int address = BinaryPrimitives.ReadInt32LittleEndian(pointers.AsSpan(i * sizeof(int)));
            if (reach == 1) Data(first + i, address);
            else Indirect(address, first + i * reach, reach / geometry.PointersPerBlock);
        }
    }

    private bool Take(int fragment, int fragments)
    {
        int frag = geometry.FragmentsPerBlock;
        if (fragment < 0 || fragment > geometry.Fragments - fragments)
        {
            problems.Damage($"fragment {fragment} lies outside the file system of {geometry.Fragments}", number);
            return false;
        }
        if (fragment % frag + fragments > frag)
        {
            problems.Damage($"{fragments} fragments at {fragment} do not lie within one block", number);
            return false;
        }
        for (int i = fragment; i < fragment + fragments; i++)
        {
            if (census.Tables[i])
            {
                problems.Damage($"fragment {i} belongs to the tables of group {i / geometry.FragmentsPerGroup}", number);
                return false;
            }
            if (census.Used[i])
            {
                problems.Damage($"fragment {i} is in use already", number);
                return false;
            }
        }
        for (int i = fragment; i < fragment + fragments; i++) census.Used[i] = true;
        return true;
    }

    private void CheckSlack(int fragment, int fragments, int bytes)
    {
        int slack = fragments * geometry.FragmentSize - bytes;
        if (slack == 0) return;
        Span<byte> rest = stackalloc byte[slack];
        long offset = geometry.OffsetOf(fragment) + bytes;
        image.Read(offset, rest);
        problems.ExpectZeros(rest, offset, "what lies behind the end of a content", number);
    }
}
