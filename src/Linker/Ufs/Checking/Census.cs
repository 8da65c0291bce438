using System.Collections;
using ManifestLinker.Compiler.Tree;
using ManifestLinker.Linker.Ufs.Format;

namespace ManifestLinker.Linker.Ufs;

/// <summary>What the inodes and directories say, as far as it is known: who uses which fragment, who names whom.</summary>
internal sealed class Census
{
    public Census(UfsGeometry geometry)
    {
        Geometry = geometry;
        Tables = new BitArray(geometry.Fragments);
        Used = new BitArray(geometry.Fragments);
        IsUsed = new BitArray(geometry.Inodes);
        IsDirectory = new BitArray(geometry.Inodes);
        Links = new short[geometry.Inodes];
        Names = new int[geometry.Inodes];
        Parents = new uint[geometry.Inodes];
        for (int group = 0; group < geometry.Groups; group++)
        {
            (int start, int end) = geometry.TablesOf(group);
            for (int fragment = start; fragment < end; fragment++) Tables[fragment] = true;
        }
    }

    public UfsGeometry Geometry { get; }

    /// <summary>Fragments of the groups' own tables.</summary>
    public BitArray Tables { get; }

    /// <summary>Fragments that an inode uses.</summary>
    public BitArray Used { get; }

    /// <summary>Inodes that are not free; the reserved ones are not in it.</summary>
    public BitArray IsUsed { get; }

    /// <summary>Inodes that are directories.</summary>
    public BitArray IsDirectory { get; }

    /// <summary>The link counts of the inodes.</summary>
    public short[] Links { get; }

    /// <summary>How many directory entries name each inode, <c>.</c> and <c>..</c> included.</summary>
    public int[] Names { get; }

    /// <summary>The directory that names each directory first; 0 where none does.</summary>
    public uint[] Parents { get; }

    /// <summary>The directories in order of inodes, and the blocks of each that belong to it alone.</summary>
    public List<(uint Number, List<ContentBlock> Blocks)> Directories { get; } = [];

    /// <summary>Whether a file is longer than the superblock's flag for large files allows without it.</summary>
    public bool HasLargeFile { get; set; }

    public void Count(uint number, DiskInode inode, FileKind? kind)
    {
        IsUsed[(int)number] = true;
        IsDirectory[(int)number] = kind == FileKind.Directory;
        Links[number] = inode.Links;
        if (inode.Size > (ulong)DiskInode.LargestSmallFile && kind == FileKind.Regular) HasLargeFile = true;
    }
}

/// <summary>A block of a content.</summary>
/// <param name="Fragment">Where it lies.</param>
/// <param name="Offset">The byte of the content that it begins with.</param>
/// <param name="Bytes">How many bytes of the content it holds.</param>
internal readonly record struct ContentBlock(int Fragment, long Offset, int Bytes);
