namespace ManifestLinker.Linker.Ufs;

/// <summary>
/// The space of a file system while it is given away. Each group gives its blocks by rising address; what a tail leaves of
/// a block is kept as a run for later tails. When everything is full, addresses behind the end are given and counted, so
/// that the caller learns how much is missing.
/// </summary>
internal sealed class FreeSpace
{
    private readonly int frag;
    private readonly GroupSpace[] groups;
    private readonly GroupSpace beyond;

    public FreeSpace(UfsGeometry geometry)
    {
        frag = geometry.FragmentsPerBlock;
        groups = new GroupSpace[geometry.Groups];
        for (int group = 0; group < groups.Length; group++) groups[group] = GroupSpace.Of(geometry, group);
        beyond = new GroupSpace(frag, [(Rounding.Up(geometry.Fragments, frag), int.MaxValue / frag * frag)]);
        Blocks = groups.Sum(group => (long)group.FreeBlocks);
    }

    /// <summary>Whole blocks there were in the beginning.</summary>
    public long Blocks { get; }

    /// <summary>Whole blocks that are left.</summary>
    public long FreeBlocks => groups.Sum(group => (long)group.FreeBlocks);

    /// <summary>Blocks that were given and do not exist.</summary>
    public int MissingBlocks { get; private set; }

    /// <summary>What is left of <paramref name="group"/>, in fragments.</summary>
    public IEnumerable<(int Start, int Fragments)> FreeRuns(int group) => groups[group].FreeRuns();

    /// <summary>
    /// Takes up to <paramref name="most"/> blocks in one piece from <paramref name="group"/> or, when that is full, from the
    /// next that is not, and leaves in <paramref name="group"/> where that was.
    /// </summary>
    public (int Start, int Blocks) TakeBlocks(ref int group, int most)
    {
        for (int tried = 0; tried < groups.Length; tried++)
        {
            if (groups[group].FreeBlocks > 0) return groups[group].TakeBlocks(most);
            group = (group + 1) % groups.Length;
        }
        (int start, int blocks) = beyond.TakeBlocks(most);
        MissingBlocks += blocks;
        return (start, blocks);
    }

    /// <summary>
    /// Takes <paramref name="fragments"/> of one block: in <paramref name="home"/>, else in the groups behind it, each time from
    /// the shortest run that holds them, else from a new block. Given in order of falling size, tails find a place whenever
    /// there is one, with up to four fragments to a block.
    /// </summary>
    public int TakeTail(int home, int fragments)
    {
        for (int tried = 0; tried < groups.Length; tried++)
        {
            GroupSpace group = groups[(home + tried) % groups.Length];
            if (group.TryTakeTail(fragments, out int start)) return start;
        }
        return beyond.TryTakeFromRun(fragments, out int missing) ? missing : TakeTailOfNewBlock(home, fragments);
    }

    /// <summary>Takes the first <paramref name="fragments"/> of a block that nothing lies in yet.</summary>
    public int TakeTailOfNewBlock(int home, int fragments)
    {
        int group = home;
        int missing = MissingBlocks;
        (int start, _) = TakeBlocks(ref group, 1);
        (MissingBlocks > missing ? beyond : groups[group]).AddRun(start + fragments, frag - fragments);
        return start;
    }
}
