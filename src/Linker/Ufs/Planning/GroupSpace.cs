namespace ManifestLinker.Linker.Ufs;

/// <summary>The space of one cylinder group while it is given away; addresses are fragments of the file system.</summary>
internal sealed class GroupSpace
{
    private readonly int frag;
    private readonly (int Start, int End)[] areas;

    // Free runs shorter than a block, by length.
    private readonly Queue<int>[] runs;
    private int area;

    /// <summary>A group whose blocks lie in <paramref name="areas"/>, which are whole blocks by rising address.</summary>
    public GroupSpace(int frag, (int Start, int End)[] areas)
    {
        this.frag = frag;
        this.areas = areas;
        runs = new Queue<int>[frag];
        for (int length = 0; length < frag; length++) runs[length] = new();
        FreeBlocks = areas.Sum(part => (part.End - part.Start) / frag);
    }

    /// <summary>Whole blocks that are left.</summary>
    public int FreeBlocks { get; private set; }

    /// <summary>
    /// Group <paramref name="group"/> of a new file system: before its tables and behind them. The rest of the block in which
    /// group 0's summary ends, and the last block of a file system that ends within it, can only hold tails.
    /// </summary>
    public static GroupSpace Of(UfsGeometry geometry, int group)
    {
        int perBlock = geometry.FragmentsPerBlock;
        (int tablesStart, int tablesEnd) = geometry.TablesOf(group);
        int end = geometry.BaseOf(group) + geometry.FragmentsOf(group);
        int firstBlock = Rounding.Up(tablesEnd, perBlock);
        int lastBlock = Math.Max(firstBlock, end / perBlock * perBlock);
        var space = new GroupSpace(perBlock, [(geometry.BaseOf(group), tablesStart), (firstBlock, lastBlock)]);
        space.AddRun(tablesEnd, Math.Min(firstBlock, end) - tablesEnd);
        space.AddRun(lastBlock, end - lastBlock);
        return space;
    }

    /// <summary>Up to <paramref name="most"/> blocks in one piece, at least one; there must be one.</summary>
    public (int Start, int Blocks) TakeBlocks(int most)
    {
        while (areas[area].Start == areas[area].End) area++;
        int start = areas[area].Start;
        int blocks = Math.Min(most, (areas[area].End - start) / frag);
        areas[area].Start += blocks * frag;
        FreeBlocks -= blocks;
        return (start, blocks);
    }

    /// <summary>Takes <paramref name="fragments"/> from a run or else a new block; false where there is neither.</summary>
    public bool TryTakeTail(int fragments, out int start)
    {
        if (TryTakeFromRun(fragments, out start)) return true;
        if (FreeBlocks == 0) return false;
        (start, _) = TakeBlocks(1);
        AddRun(start + fragments, frag - fragments);
        return true;
    }

    /// <summary>Takes <paramref name="fragments"/> from the shortest run that holds them; false where there is none.</summary>
    public bool TryTakeFromRun(int fragments, out int start)
    {
        for (int length = fragments; length < frag; length++)
        {
            if (!runs[length].TryDequeue(out start)) continue;
            AddRun(start + fragments, length - fragments);
            return true;
        }
        start = 0;
        return false;
    }

    /// <summary>Gives back what is left of a block.</summary>
    public void AddRun(int start, int fragments)
    {
        if (fragments > 0) runs[fragments].Enqueue(start);
    }

    /// <summary>All that is left.</summary>
    public IEnumerable<(int Start, int Fragments)> FreeRuns()
    {
        foreach ((int start, int end) in areas)
        {
            if (end > start) yield return (start, end - start);
        }
        for (int length = 1; length < frag; length++)
        {
            foreach (int start in runs[length]) yield return (start, length);
        }
    }
}
