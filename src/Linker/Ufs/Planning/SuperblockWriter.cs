using System.Numerics;
using ManifestLinker.Linker.Ufs.Format;
using F = ManifestLinker.Linker.Ufs.Format.SuperblockField;

namespace ManifestLinker.Linker.Ufs;

/// <summary>Fills the superblock of a file system that was unmounted cleanly and keeps no log.</summary>
internal static class SuperblockWriter
{
    private const int RevolutionsPerSecond = 7200 / 60;

    public static byte[] Write(UfsGeometry geometry, Summary total, int time, bool largeFiles)
    {
        var sb = new Superblock
        {
            [F.Sblkno] = geometry.BackupAt,
            [F.Cblkno] = geometry.DescriptorAt,
            [F.Iblkno] = geometry.InodesAt,
            [F.Dblkno] = geometry.DataAt,
            [F.Cgoffset] = geometry.Stagger,
            [F.Cgmask] = geometry.StaggerMask,
            [F.Time] = time,
            [F.Size] = geometry.Fragments,
            [F.Dsize] = geometry.DataFragments,
            [F.Ncg] = geometry.Groups,
            [F.Bsize] = geometry.BlockSize,
            [F.Fsize] = geometry.FragmentSize,
            [F.Frag] = geometry.FragmentsPerBlock,
            [F.Minfree] = 0,
            [F.Rps] = RevolutionsPerSecond,
            [F.Bmask] = -geometry.BlockSize,
            [F.Fmask] = -geometry.FragmentSize,
            [F.Bshift] = geometry.BlockShift,
            [F.Fshift] = geometry.FragmentShift,
            [F.Maxcontig] = geometry.ContiguousBlocks,
            [F.Maxbpg] = geometry.PointersPerBlock,
            [F.Fragshift] = BitOperations.Log2((uint)geometry.FragmentsPerBlock),
            [F.Fsbtodb] = BitOperations.Log2((uint)geometry.SectorsPerFragment),
            // sizeof (struct fs) is 1380: the fields and four bytes of the tables that may follow.
            [F.Sbsize] = Rounding.Up(Superblock.Used + sizeof(int), geometry.FragmentSize),
            [F.Csmask] = -(geometry.BlockSize / Summary.Bytes),
            [F.Csshift] = geometry.BlockShift - 4,
            [F.Nindir] = geometry.PointersPerBlock,
            [F.Inopb] = geometry.InodesPerBlock,
            [F.Nspf] = geometry.SectorsPerFragment,
            // Optimise for space.
            [F.Optim] = 1,
            [F.State] = unchecked(Superblock.Okay - time),
            [F.Csaddr] = geometry.DataAt,
            [F.Cssize] = geometry.SummaryFragments * geometry.FragmentSize,
            [F.Cgsize] = Rounding.Up(geometry.DescriptorBytes, geometry.FragmentSize),
            [F.Ntrak] = 1,
            [F.Nsect] = geometry.SectorsPerCylinder,
            [F.Spc] = geometry.SectorsPerCylinder,
            [F.Ncyl] = geometry.Cylinders,
            [F.Cpg] = geometry.CylindersPerGroup,
            [F.Ipg] = geometry.InodesPerGroup,
            [F.Fpg] = geometry.FragmentsPerGroup,
            [F.Npsect] = geometry.SectorsPerCylinder,
            [F.Qbmask] = geometry.BlockSize - 1,
            [F.Qfmask] = geometry.FragmentSize - 1,
            [F.Postblformat] = 1,
            [F.Nrpos] = geometry.RotationalPositions,
            [F.Magic] = Superblock.Magic,
            Total = total,
        };
        sb.Bytes[Superblock.CleanOffset] = Superblock.Clean;
        sb.Bytes[Superblock.FlagsOffset] = largeFiles ? Superblock.LargeFiles : (byte)0;
        return sb.Bytes[..Superblock.Used];
    }
}
