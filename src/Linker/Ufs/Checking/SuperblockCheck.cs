using System.Numerics;
using ManifestLinker.Linker.Ufs.Format;
using F = ManifestLinker.Linker.Ufs.Format.SuperblockField;

namespace ManifestLinker.Linker.Ufs;

/// <summary>Checks the fields of the superblock against each other.</summary>
internal static class SuperblockCheck
{
    /// <summary>False where the numbers do not allow to look into the groups.</summary>
    public static bool Run(Superblock sb, UfsGeometry g, Problems problems)
    {
        Derived(sb, g, problems);
        State(sb, g, problems);
        Unused(sb, problems);
        return Cylinders(sb, g, problems);
    }

    private static void Derived(Superblock sb, UfsGeometry g, Problems problems)
    {
        int frag = g.FragmentsPerBlock;
        int backup = Rounding.Up(Rounding.Ceiling(Superblock.Offset + Superblock.Reserved, g.FragmentSize), frag);
        int descriptor = backup + Rounding.Up(Rounding.Ceiling(Superblock.Reserved, g.FragmentSize), frag);
        Expect(F.Sblkno, backup);
        Expect(F.Cblkno, descriptor);
        Expect(F.Iblkno, descriptor + frag);
        Expect(F.Dsize, g.DataFragments);
        Expect(F.Bmask, -g.BlockSize);
        Expect(F.Fmask, -g.FragmentSize);
        Expect(F.Bshift, g.BlockShift);
        Expect(F.Fshift, g.FragmentShift);
        Expect(F.Fragshift, BitOperations.Log2((uint)frag));
        Expect(F.Fsbtodb, BitOperations.Log2((uint)g.FragmentSize) - 9);
        Expect(F.Csmask, -(g.BlockSize / 16));
        Expect(F.Csshift, g.BlockShift - 4);
        Expect(F.Nindir, g.BlockSize / 4);
        Expect(F.Inopb, g.BlockSize / 128);
        Expect(F.Nspf, g.FragmentSize / 512);
        Expect(F.Csaddr, g.StartOf(0) + g.DataAt);
        Expect(F.Cssize, Rounding.Up(g.Groups * 16, g.FragmentSize));
        Expect(F.Sbsize, Rounding.Up(1380, g.FragmentSize));
        Expect(F.Qbmask, g.BlockSize - 1);
        Expect(F.QbmaskHigh, 0);
        Expect(F.Qfmask, g.FragmentSize - 1);
        Expect(F.QfmaskHigh, 0);
        Expect(F.Postblformat, 1);

        void Expect(F field, int value) => Check(sb, field, value, problems);
    }

    // Every size of a group and its maps; what is wrong here would be wrong in each of them again.
    private static bool Cylinders(Superblock sb, UfsGeometry g, Problems problems)
    {
        int spc = sb[F.Spc], cpg = sb[F.Cpg], nrpos = sb[F.Nrpos];
        bool sound = true;
        Expect(F.Ntrak, 1);
        Expect(F.Cpc, 0);
        Expect(F.Postbloff, 0);
        Expect(F.Rotbloff, 0);
        Expect(F.Cgmask, -1);
        if (spc <= 0 || spc > g.FragmentsPerGroup * g.SectorsPerFragment || cpg <= 0 || nrpos <= 0 || 4L * cpg + 2L * cpg * nrpos > g.BlockSize)
        {
            problems.Damage($"fs_spc {spc}, fs_cpg {cpg} and fs_nrpos {nrpos} make no cylinder group", offset: Superblock.Offset);
            return false;
        }
        Expect(F.Nsect, spc);
        Expect(F.Npsect, spc);
        Expect(F.Cgoffset, Rounding.Up(Rounding.Ceiling(spc, g.SectorsPerFragment), g.FragmentsPerBlock));
        Expect(F.Ncyl, Rounding.Ceiling((long)g.Fragments * g.SectorsPerFragment, spc));
        Expect(F.Fpg, (long)cpg * spc / g.SectorsPerFragment);
        Expect(F.Ncg, Rounding.Ceiling((long)sb[F.Ncyl], cpg));
        Expect(F.Cgsize, Rounding.Up(g.DescriptorBytes, g.FragmentSize));
        if (g.DescriptorBytes > g.BlockSize)
        {
            sound = false;
            problems.Damage($"a group's descriptor takes {g.DescriptorBytes} bytes, more than a block", offset: Superblock.Offset);
        }
        return sound;

        void Expect(F field, long value) => sound &= Check(sb, field, value, problems);
    }

    private static void State(Superblock sb, UfsGeometry g, Problems problems)
    {
        Check(sb, F.State, unchecked(Superblock.Okay - sb[F.Time]), problems);
        problems.Expect("fs_clean", sb.Bytes[Superblock.CleanOffset], Superblock.Clean, offset: Superblock.Offset + Superblock.CleanOffset);
        Check(sb, F.Si, 0, problems);
        Check(sb, F.Rolled, 0, problems);
        Check(sb, F.Logbno, 0, problems);
        Check(sb, F.Reclaim, 0, problems);
        problems.Expect("fs_fmod", sb.Bytes[Superblock.ModifiedOffset], 0, offset: Superblock.Offset + Superblock.ModifiedOffset);
        problems.Expect("fs_ronly", sb.Bytes[Superblock.ReadOnlyOffset], 0, offset: Superblock.Offset + Superblock.ReadOnlyOffset);
        Range(F.Minfree, 0, 99);
        Range(F.Optim, 0, 1);
        Range(F.Rotdelay, 0, int.MaxValue);
        Range(F.Maxcontig, 1, int.MaxValue);
        Range(F.Maxbpg, 1, int.MaxValue);
        Range(F.Rps, 1, int.MaxValue);
        Range(F.Cgrotor, 0, g.Groups - 1);

        void Range(F field, int least, int most)
        {
            if (sb[field] < least || sb[field] > most)
                problems.Damage($"{Superblock.NameOf(field)} is {sb[field]}, not {least} to {most}", offset: Superblock.Offset + (int)field);
        }
    }

    private static void Unused(Superblock sb, Problems problems)
    {
        Zeros("fs_link", 0, 4);
        Zeros("fs_trackskew", 140, 4);
        Zeros("fs_csp", 728, 128);
        Zeros("fs_opostbl", 860, 256);
        Zeros("fs_sparecon", 1116, 204);
        Zeros("fs_sparecon2", 1332, 4);
        Zeros("the rest of the superblock", Superblock.Used, Superblock.Reserved - Superblock.Used);

        void Zeros(string name, int at, int length) =>
            problems.ExpectZeros(sb.Bytes.AsSpan(at, length), Superblock.Offset + at, name);
    }

    private static bool Check(Superblock sb, F field, long expected, Problems problems)
    {
        problems.Expect(Superblock.NameOf(field), sb[field], expected, offset: Superblock.Offset + (int)field);
        return sb[field] == expected;
    }
}
