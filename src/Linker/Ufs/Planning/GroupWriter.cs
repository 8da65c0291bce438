using ManifestLinker.Linker.Ufs.Format;

namespace ManifestLinker.Linker.Ufs;

/// <summary>Fills the descriptor of one cylinder group.</summary>
internal static class GroupWriter
{
    /// <param name="geometry">The file system.</param>
    /// <param name="group">The group.</param>
    /// <param name="free">The free fragments of the group, as addresses of the file system.</param>
    /// <param name="usedInodes">How many of the group's inodes are used: the first ones.</param>
    /// <param name="directories">How many of them are directories.</param>
    /// <param name="time">Seconds since 1970.</param>
    public static GroupDescriptor Write(
        UfsGeometry geometry, int group, IEnumerable<(int Start, int Fragments)> free, int usedInodes, int directories, int time)
    {
        GroupMaps maps = GroupMaps.Of(geometry);
        var cg = new GroupDescriptor(new byte[geometry.BlockSize])
        {
            [GroupField.Magic] = GroupDescriptor.Magic,
            [GroupField.Time] = time,
            [GroupField.Cgx] = group,
            [GroupField.Ndblk] = geometry.FragmentsOf(group),
            [GroupField.Btotoff] = maps.Totals,
            [GroupField.Boff] = maps.Positions,
            [GroupField.Iusedoff] = maps.UsedInodes,
            [GroupField.Freeoff] = maps.FreeFragments,
            [GroupField.Nextfreeoff] = maps.End,
        };
        cg.SetShort(GroupDescriptor.CylindersOffset, geometry.CylindersOf(group));
        cg.SetShort(GroupDescriptor.InodesOffset, geometry.InodesPerGroup);
        for (int inode = 0; inode < usedInodes; inode++) cg.SetBit(maps.UsedInodes, inode);
        foreach ((int start, int fragments) in free)
        {
            for (int i = 0; i < fragments; i++) cg.SetBit(maps.FreeFragments, start + i - geometry.BaseOf(group));
        }
        (int blocks, int loose) = CountFree(cg, maps, geometry, group);
        cg.Summary = new Summary(directories, blocks, geometry.InodesPerGroup - usedInodes, loose);
        return cg;
    }

    // Fills the tables that say the same as the map of free fragments, block by block.
    private static (int Blocks, int LooseFragments) CountFree(GroupDescriptor cg, GroupMaps maps, UfsGeometry geometry, int group)
    {
        int frag = geometry.FragmentsPerBlock, blocks = 0, loose = 0;
        int end = Rounding.Up(geometry.FragmentsOf(group), frag);
        for (int block = 0; block < end; block += frag)
        {
            int free = 0, run = 0;
            var runs = new int[GroupDescriptor.RunLengths + 1];
            for (int i = block; i < block + frag; i++)
            {
                if (i < geometry.FragmentsPerGroup && cg.Bit(maps.FreeFragments, i))
                {
                    free++;
                    run++;
                    continue;
                }
                runs[run]++;
                run = 0;
            }
            if (free == frag)
            {
                blocks++;
                (int cylinder, int position) = GroupMaps.PlaceOf(geometry, block);
                int total = maps.Totals + 4 * cylinder;
                int count = maps.Positions + 2 * (cylinder * geometry.RotationalPositions + position);
                cg.SetInt(total, cg.Int(total) + 1);
                cg.SetShort(count, cg.Short(count) + 1);
                continue;
            }
            loose += free;
            runs[run]++;
            for (int length = 1; length < frag; length++)
            {
                int count = GroupDescriptor.RunsOffset + 4 * length;
                cg.SetInt(count, cg.Int(count) + runs[length]);
            }
        }
        return (blocks, loose);
    }
}
