using System.Numerics;

namespace ManifestLinker.Linker.Ufs;

/// <summary>
/// The numbers that say where everything lies in a UFS image. A fragment is the unit of every address on disk; a block is
/// one to eight fragments; a sector is 512 bytes. The names of the superblock's fields stand in brackets
/// (illumos <c>sys/fs/ufs_fs.h</c>).
/// </summary>
public sealed record UfsGeometry
{
    /// <summary>The length of the file, in bytes; the file system may end a little before it.</summary>
    public required long ImageBytes { get; init; }

    /// <summary>Bytes of a block [fs_bsize]: 4096 or 8192.</summary>
    public required int BlockSize { get; init; }

    /// <summary>Bytes of a fragment [fs_fsize].</summary>
    public required int FragmentSize { get; init; }

    /// <summary>Fragments of the file system [fs_size].</summary>
    public required int Fragments { get; init; }

    /// <summary>Sectors of a track, which here is a whole cylinder [fs_nsect, fs_spc].</summary>
    public required int SectorsPerCylinder { get; init; }

    /// <summary>Cylinders of the file system [fs_ncyl]; the last may be short.</summary>
    public required int Cylinders { get; init; }

    /// <summary>Cylinders of a group [fs_cpg].</summary>
    public required int CylindersPerGroup { get; init; }

    /// <summary>Cylinder groups [fs_ncg].</summary>
    public required int Groups { get; init; }

    /// <summary>Inodes of a group [fs_ipg].</summary>
    public required int InodesPerGroup { get; init; }

    /// <summary>Fragments of a group [fs_fpg]; the last may be shorter.</summary>
    public required int FragmentsPerGroup { get; init; }

    /// <summary>Rotational positions told apart in a cylinder [fs_nrpos].</summary>
    public required int RotationalPositions { get; init; }

    /// <summary>Blocks the driver may transfer in one go [fs_maxcontig].</summary>
    public required int ContiguousBlocks { get; init; }

    /// <summary>Where a group's copy of the superblock lies, in fragments from its start [fs_sblkno].</summary>
    public required int BackupAt { get; init; }

    /// <summary>Where a group's descriptor lies, in fragments from its start [fs_cblkno].</summary>
    public required int DescriptorAt { get; init; }

    /// <summary>Where a group's inodes lie, in fragments from its start [fs_iblkno].</summary>
    public required int InodesAt { get; init; }

    /// <summary>Where the data behind a group's inodes begins, in fragments from its start [fs_dblkno].</summary>
    public required int DataAt { get; init; }

    /// <summary>By how many fragments successive groups are staggered [fs_cgoffset]; without effect where the mask is -1.</summary>
    public required int Stagger { get; init; }

    /// <summary>Which bits of a group's number do not stagger it [fs_cgmask]; -1 with one track per cylinder.</summary>
    public int StaggerMask { get; init; } = -1;

    /// <summary>Fragments of a block [fs_frag].</summary>
    public int FragmentsPerBlock => BlockSize / FragmentSize;

    /// <summary>Sectors of a fragment [fs_nspf].</summary>
    public int SectorsPerFragment => FragmentSize / 512;

    /// <summary>Inodes of a block [fs_inopb].</summary>
    public int InodesPerBlock => BlockSize / Format.DiskInode.Bytes;

    /// <summary>Addresses in an indirect block [fs_nindir].</summary>
    public int PointersPerBlock => BlockSize / sizeof(int);

    /// <summary>The two logarithm of the block size [fs_bshift].</summary>
    public int BlockShift => BitOperations.Log2((uint)BlockSize);

    /// <summary>The two logarithm of the fragment size [fs_fshift].</summary>
    public int FragmentShift => BitOperations.Log2((uint)FragmentSize);

    /// <summary>Fragments of the summary area [fs_cssize / fs_fsize]: 16 bytes a group, rounded up.</summary>
    public int SummaryFragments => Rounding.Ceiling(Groups * Format.Summary.Bytes, FragmentSize);

    /// <summary>All inodes, the two reserved ones included.</summary>
    public int Inodes => Groups * InodesPerGroup;

    /// <summary>Bytes of a group's descriptor with its maps, before rounding (CGSIZE).</summary>
    public int DescriptorBytes => DescriptorBytesOf(CylindersPerGroup, InodesPerGroup, FragmentsPerGroup, RotationalPositions);

    /// <summary>Fragments that can hold data [fs_dsize]: all but the groups' own tables and the boot block.</summary>
    public int DataFragments
    {
        get
        {
            int sum = 0;
            for (int group = 0; group < Groups; group++)
            {
                (int start, int end) = TablesOf(group);
                sum += FragmentsOf(group) - (end - start);
            }
            return sum;
        }
    }

    /// <summary>The first fragment of group <paramref name="group"/>.</summary>
    public int BaseOf(int group) => group * FragmentsPerGroup;

    /// <summary>The first fragment of the tables of <paramref name="group"/>, from which the relative places count.</summary>
    public int StartOf(int group) => BaseOf(group) + Stagger * (group & ~StaggerMask);

    /// <summary>Fragments of <paramref name="group"/>: less than the others have in the last [cg_ndblk].</summary>
    public int FragmentsOf(int group) => Math.Min(FragmentsPerGroup, Fragments - BaseOf(group));

    /// <summary>Cylinders of <paramref name="group"/> [cg_ncyl].</summary>
    public int CylindersOf(int group) => Math.Min(CylindersPerGroup, Cylinders - group * CylindersPerGroup);

    /// <summary>
    /// The fragments of <paramref name="group"/>'s own tables, from its backup superblock to its inodes; in group 0 from the
    /// boot block to the summary area.
    /// </summary>
    public (int Start, int End) TablesOf(int group)
    {
        int end = StartOf(group) + DataAt;
        return group == 0 ? (0, end + SummaryFragments) : (StartOf(group) + BackupAt, end);
    }

    /// <summary>The byte offset of inode <paramref name="number"/>.</summary>
    public long InodeOffset(uint number)
    {
        int group = (int)(number / (uint)InodesPerGroup);
        return OffsetOf(StartOf(group) + InodesAt) + number % (uint)InodesPerGroup * Format.DiskInode.Bytes;
    }

    /// <summary>The byte offset of a fragment.</summary>
    public long OffsetOf(int fragment) => (long)fragment * FragmentSize;

    /// <summary>Bytes of a descriptor with maps of these sizes; 172 is the fixed part with one byte of map, rounded to 4.</summary>
    internal static int DescriptorBytesOf(int cylinders, int inodes, int fragments, int positions) =>
        172 + 4 * cylinders + 2 * cylinders * positions + Rounding.Ceiling(inodes, 8) + Rounding.Ceiling(fragments, 8);
}
