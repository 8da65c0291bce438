namespace ManifestLinker.Linker.Ufs.Format;

/// <summary>Where the tables of a descriptor lie in it, in bytes; the same in every group of a file system.</summary>
/// <param name="Totals">Free blocks by cylinder, 32 bits each [cg_btotoff].</param>
/// <param name="Positions">Free blocks by cylinder and rotational position, 16 bits each [cg_boff].</param>
/// <param name="UsedInodes">The map of used inodes [cg_iusedoff].</param>
/// <param name="FreeFragments">The map of free fragments [cg_freeoff].</param>
/// <param name="End">The first byte behind them [cg_nextfreeoff].</param>
internal readonly record struct GroupMaps(int Totals, int Positions, int UsedInodes, int FreeFragments, int End)
{
    public static GroupMaps Of(UfsGeometry geometry)
    {
        int positions = GroupDescriptor.TotalsOffset + 4 * geometry.CylindersPerGroup;
        int used = positions + 2 * geometry.CylindersPerGroup * geometry.RotationalPositions;
        int free = used + Rounding.Ceiling(geometry.InodesPerGroup, 8);
        return new(GroupDescriptor.TotalsOffset, positions, used, free, free + Rounding.Ceiling(geometry.FragmentsPerGroup, 8));
    }

    /// <summary>The cylinder and the rotational position of the block at fragment <paramref name="relative"/> of its group (cbtocylno, cbtorpos).</summary>
    public static (int Cylinder, int Position) PlaceOf(UfsGeometry geometry, int relative)
    {
        int sector = relative * geometry.SectorsPerFragment;
        return (sector / geometry.SectorsPerCylinder,
            sector % geometry.SectorsPerCylinder * geometry.RotationalPositions / geometry.SectorsPerCylinder);
    }
}
