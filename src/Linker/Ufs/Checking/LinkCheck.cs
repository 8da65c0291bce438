using ManifestLinker.Linker.Ufs.Format;

namespace ManifestLinker.Linker.Ufs;

/// <summary>Checks that every inode has as many names as it says, and that every directory leads up to the top one.</summary>
internal static class LinkCheck
{
    public static void Run(Census census, Problems problems)
    {
        if (census.Geometry.Inodes <= DiskInode.Root || !census.IsDirectory[(int)DiskInode.Root])
        {
            problems.Damage($"the top directory is no directory", DiskInode.Root);
            return;
        }
        for (uint number = DiskInode.Root; number < census.Geometry.Inodes; number++)
        {
            if (!census.IsUsed[(int)number]) continue;
            if (census.Names[number] == 0) problems.Damage($"it is in use and has no name", number);
            else problems.Expect("ic_nlink", census.Links[number], census.Names[number], number);
        }

        // Each directory has one parent at most: following them settles every directory once.
        var reached = new bool[census.Geometry.Inodes];
        var settled = new bool[census.Geometry.Inodes];
        reached[DiskInode.Root] = settled[DiskInode.Root] = true;
        var path = new List<uint>();
        foreach ((uint number, _) in census.Directories)
        {
            uint at = number;
            while (at != 0 && !settled[at])
            {
                settled[at] = true;
                path.Add(at);
                at = census.Parents[at];
            }
            bool isReached = at != 0 && reached[at];
            foreach (uint member in path)
            {
                reached[member] = isReached;
                if (!isReached) problems.Damage($"the directory cannot be reached from the top one", member);
            }
            path.Clear();
        }
    }
}
