using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Linker.Ufs.Format;
using F = ManifestLinker.Linker.Ufs.Format.SuperblockField;

namespace ManifestLinker.Linker.Ufs;

/// <summary>
/// Compares every group's copy of the superblock with the primary. A mounted file system changes some fields of the primary
/// alone: those may differ in earnest, and in an image that was never mounted they do not.
/// </summary>
internal static class BackupCheck
{
    private static readonly (int Offset, int Bytes)[] MayDiffer =
    [
        .. new[]
        {
            F.Link, F.Rolled, F.Time, F.State, F.Si, F.Cgrotor, F.Maxcontig, F.Minfree, F.Optim, F.Rotdelay, F.Maxbpg, F.Logbno,
            F.Reclaim, F.Fsbtodb, F.Npsect, F.Nrpos,
        }.Select(field => ((int)field, 4)),
        (Superblock.TotalOffset, Summary.Bytes),
        (Superblock.ModifiedOffset, 4),
        (Superblock.MountPointOffset, Superblock.MountPointBytes),
        // fs_csp
        (728, 128),
    ];

    public static void Run(ByteSource image, Superblock primary, UfsGeometry geometry, Problems problems)
    {
        byte[] expected = WithoutFree(primary.Bytes);
        for (int group = 0; group < geometry.Groups; group++)
        {
            long offset = geometry.OffsetOf(geometry.StartOf(group) + geometry.BackupAt);
            byte[] backup = Superblock.Read(image, offset).Bytes;
            int same = backup.AsSpan().CommonPrefixLength(primary.Bytes);
            if (same == backup.Length) continue;
            byte[] fixedPart = WithoutFree(backup);
            int sameFixed = fixedPart.AsSpan(0, Superblock.Used).CommonPrefixLength(expected.AsSpan(0, Superblock.Used));
            if (sameFixed < Superblock.Used)
                problems.Damage($"the backup superblock differs from the primary in byte {sameFixed}", group: group, offset: offset + sameFixed);
            else
                problems.Residue($"the backup superblock differs from the primary in byte {same}, which may change", group: group, offset: offset + same);
        }
    }

    private static byte[] WithoutFree(byte[] superblock)
    {
        byte[] copy = [.. superblock];
        foreach ((int offset, int bytes) in MayDiffer) copy.AsSpan(offset, bytes).Clear();
        return copy;
    }
}
