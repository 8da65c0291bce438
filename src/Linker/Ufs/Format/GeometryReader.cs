using System.Globalization;
using System.Numerics;
using F = ManifestLinker.Linker.Ufs.Format.SuperblockField;

namespace ManifestLinker.Linker.Ufs.Format;

/// <summary>
/// Takes the geometry from a superblock that may hold anything. What it lets pass is safe to calculate with: every table of
/// every group lies in the file, and no sum of the numbers overflows.
/// </summary>
internal static class GeometryReader
{
    /// <summary>Why <paramref name="sb"/> cannot describe <paramref name="imageBytes"/> bytes; null where it can.</summary>
    public static string? WhyNot(Superblock sb, long imageBytes)
    {
        int bsize = sb[F.Bsize], fsize = sb[F.Fsize], size = sb[F.Size], ncg = sb[F.Ncg], ipg = sb[F.Ipg], fpg = sb[F.Fpg];
        if (sb[F.Magic] != Superblock.Magic) return Say($"fs_magic is 0x{sb[F.Magic]:x}, not 0x{Superblock.Magic:x}");
        if (sb[F.Version] is not (0 or 2)) return Say($"fs_version is {sb[F.Version]}, neither 0 nor 2");
        if (bsize is not (4096 or 8192)) return Say($"fs_bsize is {bsize}, neither 4096 nor 8192");
        if (!BitOperations.IsPow2(fsize) || fsize < 512 || fsize > bsize || bsize / fsize > 8) return Say($"fs_fsize is {fsize}, which does not divide a block");
        int frag = bsize / fsize;
        if (sb[F.Frag] != frag) return Say($"fs_frag is {sb[F.Frag]}, not {frag}");
        if (size <= 0 || (long)size * fsize > imageBytes) return Say($"fs_size is {size} fragments, which {imageBytes} bytes do not hold");
        if (fpg <= 0 || fpg % frag != 0) return Say($"fs_fpg is {fpg}, which is no number of blocks");
        if (fpg > 8 * bsize || ipg > 8 * bsize) return Say($"fs_fpg {fpg} or fs_ipg {ipg} has more bits than a block for its map");
        if (ncg != Rounding.Ceiling((long)size, fpg)) return Say($"fs_ncg is {ncg}, which is not how many groups of {fpg} fragments make {size}");
        if (ipg <= 0 || ipg % (bsize / DiskInode.Bytes) != 0) return Say($"fs_ipg is {ipg}, which does not fill whole blocks");
        if (sb[F.Sblkno] <= 0 || sb[F.Cblkno] < sb[F.Sblkno] + (long)Superblock.Reserved / fsize || sb[F.Iblkno] < sb[F.Cblkno] + (long)frag
            || sb[F.Dblkno] != sb[F.Iblkno] + (long)ipg * DiskInode.Bytes / fsize)
            return Say($"fs_sblkno {sb[F.Sblkno]}, fs_cblkno {sb[F.Cblkno]}, fs_iblkno {sb[F.Iblkno]} and fs_dblkno {sb[F.Dblkno]} do not follow each other as tables do");
        for (int group = 0; group < ncg; group++)
        {
            long start = (long)group * fpg + (long)sb[F.Cgoffset] * (group & ~sb[F.Cgmask]);
            long end = start + sb[F.Dblkno] + (group == 0 ? Rounding.Ceiling((long)ncg * Summary.Bytes, fsize) : 0);
            if (start < (long)group * fpg || end > Math.Min((group + 1L) * fpg, size)) return Say($"the tables of group {group} do not lie within it");
        }
        return (long)ncg * ipg > int.MaxValue ? Say($"there are {(long)ncg * ipg} inodes") : null;
    }

    /// <summary>The geometry of a superblock for which <see cref="WhyNot"/> knows no reason.</summary>
    public static UfsGeometry Of(Superblock sb, long imageBytes) => new()
    {
        ImageBytes = imageBytes,
        BlockSize = sb[F.Bsize],
        FragmentSize = sb[F.Fsize],
        Fragments = sb[F.Size],
        SectorsPerCylinder = sb[F.Spc],
        Cylinders = sb[F.Ncyl],
        CylindersPerGroup = sb[F.Cpg],
        Groups = sb[F.Ncg],
        InodesPerGroup = sb[F.Ipg],
        FragmentsPerGroup = sb[F.Fpg],
        RotationalPositions = sb[F.Nrpos],
        ContiguousBlocks = sb[F.Maxcontig],
        BackupAt = sb[F.Sblkno],
        DescriptorAt = sb[F.Cblkno],
        InodesAt = sb[F.Iblkno],
        DataAt = sb[F.Dblkno],
        Stagger = sb[F.Cgoffset],
        StaggerMask = sb[F.Cgmask],
    };

    private static string Say(FormattableString why) => why.ToString(CultureInfo.InvariantCulture);
}
