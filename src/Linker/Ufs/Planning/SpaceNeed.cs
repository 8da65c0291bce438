namespace ManifestLinker.Linker.Ufs;

/// <summary>The blocks that objects take, before any has a place.</summary>
/// <param name="WholeBlocks">Whole blocks of data, and indirect blocks.</param>
/// <param name="Blocks">Those, and as many as the tails take when packed, the largest first.</param>
internal readonly record struct SpaceNeed(long WholeBlocks, long Blocks)
{
    public static SpaceNeed Of(IEnumerable<UfsObject> objects, int blockSize, int fragmentSize)
    {
        long whole = 0;
        var tails = new int[blockSize / fragmentSize];
        foreach (UfsObject item in objects)
        {
            BlockShape shape = BlockShape.Of(item.Content.Length, blockSize, fragmentSize);
            whole += shape.WholeBlocks + shape.IndirectBlocks(blockSize / sizeof(int));
            if (shape.TailFragments > 0) tails[shape.TailFragments]++;
        }
        return new(whole, whole + Packed(tails));
    }

    // First fit by falling size; with four fragments to a block no packing takes fewer.
    private static long Packed(int[] tails)
    {
        long blocks = 0;
        var room = new int[tails.Length];
        for (int size = tails.Length - 1; size > 0; size--)
        {
            for (int i = 0; i < tails[size]; i++)
            {
                int left = size;
                while (left < room.Length && room[left] == 0) left++;
                if (left == room.Length) blocks++;
                else room[left]--;
                room[left - size]++;
            }
        }
        return blocks;
    }
}
