using System.Globalization;
using System.Numerics;
using ManifestLinker.Linker.Ufs.Format;

namespace ManifestLinker.Linker.Ufs;

/// <summary>
/// How the size of a file and a density of inodes become a geometry: the disk that lofi pretends a file to be
/// (illumos <c>lofi.c: fake_disk_geometry</c>), the arguments newfs makes of it, and mkfs's arithmetic
/// (<c>fs.d/ufs/mkfs/mkfs.c: main</c>) for one track per cylinder, step by step as there. Where a step looks odd, it is
/// so in mkfs: the aim is the same numbers.
/// </summary>
public static class Newfs
{
    internal const int SectorSize = 512;
    private const int Positions = 8;
    private const int SmallestSectors = 1024;
    private const int TransferSectors = 16;

    // Above this size newfs leaves the geometry of disks for that of EFI labels.
    internal const long LargestSectors = 63L * 256 * 1024;

    /// <summary>
    /// The geometry of a file of <paramref name="imageBytes"/> bytes with one inode for each
    /// <paramref name="bytesPerInode"/> bytes, blocks and fragments in bytes.
    /// </summary>
    public static NewfsResult Geometry(long imageBytes, int bytesPerInode, int blockSize = 4096, int fragmentSize = 1024)
    {
        if (blockSize is not (4096 or 8192)) return Refuse($"a block of {blockSize} bytes is not supported: it has 4096 or 8192");
        if (!BitOperations.IsPow2(fragmentSize) || fragmentSize < SectorSize || fragmentSize > blockSize || blockSize / fragmentSize > 8)
            return Refuse($"a fragment of {fragmentSize} bytes is not supported: a block of {blockSize} has 1, 2, 4 or 8 of at least 512");
        if (bytesPerInode <= 0) return Refuse($"{bytesPerInode} bytes per inode are not a density");
        if (imageBytes < SmallestSectors * SectorSize)
            return Refuse($"{imageBytes} bytes are too few for a file system: it takes at least {SmallestSectors * SectorSize}");

        long fakeCylinders = imageBytes < 2 * 1024 * 1024 ? imageBytes / (100 * 1024) : imageBytes / (300 * 1024);
        long nsect = imageBytes / (fakeCylinders * SectorSize);
        long sectors = fakeCylinders * nsect;
        if (sectors > LargestSectors)
            return Refuse($"{imageBytes} bytes are too many: a file system with the geometry of a disk has at most {LargestSectors} sectors");
        if (sectors < SmallestSectors)
            return Refuse($"{imageBytes} bytes are too few for a file system: they give {sectors} sectors, and it takes {SmallestSectors}");
        return Mkfs(imageBytes, (int)sectors, (int)nsect, bytesPerInode, blockSize, fragmentSize);
    }

    private static NewfsResult Mkfs(long imageBytes, int sectors, int spc, int bytesPerInode, int bsize, int fsize)
    {
        int frag = bsize / fsize, nspf = fsize / SectorSize;
        int inopb = bsize / DiskInode.Bytes, inopf = inopb / frag;
        int sblkno = Rounding.Up(Rounding.Ceiling(Superblock.Offset + Superblock.Reserved, fsize), frag);
        int cblkno = sblkno + Rounding.Up(Rounding.Ceiling(Superblock.Reserved, fsize), frag);
        int iblkno = cblkno + frag;
        int mincpc = CylindersPerBlockCycle(spc, nspf * frag);
        int maxipg = Rounding.Up(bsize * 8 / 3, inopb);
        long bpcg = (long)spc * SectorSize;

        // mkfs estimates the tables of any group from one of a single cylinder full of inodes.
        int ino1 = (int)Math.Min(Rounding.Ceiling(bpcg / DiskInode.Bytes, inopb) * inopb, maxipg);
        int used = (iblkno + ino1 / inopf) * nspf;
        int mincpg = Rounding.Up(Rounding.Ceiling(used, spc), mincpc);

        int InodesOf(int cylinders) => Round((cylinders * bpcg - (long)used * SectorSize) / bytesPerInode, inopb);
        int SizeOf(int cylinders) =>
            UfsGeometry.DescriptorBytesOf(cylinders, InodesOf(cylinders), cylinders * spc / nspf, Positions);

        int cpg = Rounding.Up(sectors < 2097152 ? 16 : 32 * (sectors / 2097152), mincpc);
        while (cpg >= mincpg && InodesOf(cpg) > maxipg) cpg -= mincpc;
        while (cpg >= mincpg && SizeOf(cpg) > bsize) cpg -= mincpc;
        if (cpg < mincpg) return Refuse($"{imageBytes} bytes with an inode for each {bytesPerInode} give no cylinder group whose tables fit into it");
        int ipg = InodesOf(cpg);
        if (ipg <= 0) return Refuse($"an inode for each {bytesPerInode} bytes gives no inode in a cylinder group of {cpg * bpcg} bytes");

        int fpg = cpg * spc / nspf;
        int size = sectors / nspf;
        int ncyl = Rounding.Ceiling(sectors / nspf * nspf, spc);
        int ncg = Rounding.Ceiling(ncyl, cpg);
        int dblkno = iblkno + ipg / inopf;
        int rest = size - (ncg - 1) * fpg;
        if (rest < fpg && dblkno > rest)
        {
            // The inodes of the last group would not fit into it: the file system ends before it.
            if (ncg == 1) return Refuse($"{imageBytes} bytes cannot hold the {ipg} inodes that one for each {bytesPerInode} gives");
            ncg--;
            ncyl = ncg * cpg;
            size = ncyl * spc / nspf;
        }
        var geometry = new UfsGeometry
        {
            ImageBytes = imageBytes,
            BlockSize = bsize,
            FragmentSize = fsize,
            Fragments = size,
            SectorsPerCylinder = spc,
            Cylinders = ncyl,
            CylindersPerGroup = cpg,
            Groups = ncg,
            InodesPerGroup = ipg,
            FragmentsPerGroup = fpg,
            RotationalPositions = Positions,
            ContiguousBlocks = TransferSectors * SectorSize / bsize,
            BackupAt = sblkno,
            DescriptorAt = cblkno,
            InodesAt = iblkno,
            DataAt = dblkno,
            Stagger = Rounding.Up(Rounding.Ceiling(spc, nspf), frag),
        };
        return dblkno >= fpg || geometry.TablesOf(0).End > geometry.FragmentsOf(0)
            ? Refuse($"{imageBytes} bytes leave no room for data behind the tables of the first cylinder group")
            : new NewfsResult.Made(geometry);
    }

    // The fewest cylinders that are a whole number of blocks.
    private static int CylindersPerBlockCycle(int sectorsPerCylinder, int sectorsPerBlock)
    {
        int cycle = sectorsPerBlock, sectors = sectorsPerCylinder;
        while (cycle > 1 && sectors % 2 == 0)
        {
            cycle /= 2;
            sectors /= 2;
        }
        return cycle;
    }

    private static int Round(long inodes, int unit) => (int)Math.Min(int.MaxValue / 2, (inodes + unit - 1) / unit * unit);

    private static NewfsResult.Refused Refuse(FormattableString why) => new(why.ToString(CultureInfo.InvariantCulture));
}
