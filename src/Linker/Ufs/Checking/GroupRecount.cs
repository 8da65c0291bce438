using ManifestLinker.Linker.Ufs.Format;

namespace ManifestLinker.Linker.Ufs;

/// <summary>Compares the maps and counts of one group with what inodes use.</summary>
internal sealed class GroupRecount(Census census, GroupDescriptor cg, GroupMaps maps, Problems problems, int group, long offset)
{
    private readonly UfsGeometry geometry = census.Geometry;

    /// <summary>The counts that the group should have.</summary>
    public Summary Run()
    {
        (int directories, int freeInodes) = Inodes();
        (int freeBlocks, int freeFragments) = Fragments();
        return new Summary(directories, freeBlocks, freeInodes, freeFragments);
    }

    private (int Directories, int Free) Inodes()
    {
        int directories = 0, free = 0, ipg = geometry.InodesPerGroup;
        for (int i = 0; i < ipg; i++)
        {
            int number = group * ipg + i;
            bool used = number < DiskInode.Root || census.IsUsed[number];
            if (!used) free++;
            if (census.IsDirectory[number]) directories++;
            if (cg.Bit(maps.UsedInodes, i) != used)
                problems.Damage($"the map says {(used ? "free" : "used")}, and the inode is {(used ? "used" : "free")}", (uint)number, group, offset + maps.UsedInodes + i / 8);
        }
        CheckMapEnd("inodes", maps.UsedInodes, ipg, maps.FreeFragments);
        return (directories, free);
    }

    private (int Blocks, int Fragments) Fragments()
    {
        int frag = geometry.FragmentsPerBlock, blocks = 0, fragments = 0;
        int wronglyFree = 0, wronglyUsed = 0;
        var totals = new int[geometry.CylindersPerGroup];
        var positions = new int[geometry.CylindersPerGroup * geometry.RotationalPositions];
        var runs = new int[GroupDescriptor.RunLengths + 1];
        int count = geometry.FragmentsOf(group);
        for (int block = 0; block < count; block += frag)
        {
            int free = 0;
            var inBlock = new List<int> { 0 };
            for (int i = block; i < Math.Min(block + frag, count); i++)
            {
                int fragment = geometry.BaseOf(group) + i;
                bool isFree = !census.Used[fragment] && !census.Tables[fragment];
                bool saysFree = cg.Bit(maps.FreeFragments, i);
                if (saysFree && !isFree) wronglyFree++;
                if (!saysFree && isFree) wronglyUsed++;
                if (isFree)
                {
                    free++;
                    inBlock[^1]++;
                }
                else
                {
                    inBlock.Add(0);
                }
            }
            if (free == frag)
            {
                blocks++;
                (int cylinder, int position) = GroupMaps.PlaceOf(geometry, block);
                totals[cylinder]++;
                positions[cylinder * geometry.RotationalPositions + position]++;
            }
            else
            {
                fragments += free;
                foreach (int run in inBlock) runs[run]++;
            }
        }
        long map = offset + maps.FreeFragments;
        if (wronglyFree > 0) problems.Damage($"fragments free in the map and used: {wronglyFree}", group: group, offset: map);
        if (wronglyUsed > 0) problems.Damage($"fragments used in the map and free: {wronglyUsed}", group: group, offset: map);
        CheckMapEnd("fragments", maps.FreeFragments, count, maps.End);
        CheckCounts(totals, positions, runs);
        return (blocks, fragments);
    }

    private void CheckCounts(int[] totals, int[] positions, int[] runs)
    {
        for (int i = 0; i < totals.Length; i++)
        {
            int at = maps.Totals + 4 * i;
            problems.Expect($"cg_btot[{i}]", cg.Int(at), totals[i], group: group, offset: offset + at);
        }
        for (int i = 0; i < positions.Length; i++)
        {
            int at = maps.Positions + 2 * i;
            problems.Expect($"cg_b[{i / geometry.RotationalPositions}][{i % geometry.RotationalPositions}]", cg.Short(at), positions[i], group: group, offset: offset + at);
        }
        for (int length = 0; length < GroupDescriptor.RunLengths; length++)
        {
            int at = GroupDescriptor.RunsOffset + 4 * length;
            problems.Expect($"cg_frsum[{length}]", cg.Int(at), length == 0 ? 0 : runs[length], group: group, offset: offset + at);
        }
    }

    // Bits behind the last inode or fragment stand for nothing.
    private void CheckMapEnd(string name, int map, int count, int end)
    {
        for (int i = count; i < (end - map) * 8; i++)
        {
            if (!cg.Bit(map, i)) continue;
            problems.Damage($"the map of {name} has a bit behind its end", group: group, offset: offset + map + i / 8);
            return;
        }
    }
}
