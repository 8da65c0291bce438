using System.Buffers.Binary;
using ManifestLinker.Linker.Ufs.Format;

namespace ManifestLinker.Linker.Ufs;

/// <summary>
/// The place of one object: where its data lies, the addresses in its inode and its indirect blocks. An indirect
/// block is taken just before the first data it leads to, so that reading goes forward.
/// </summary>
internal sealed class Placement(UfsGeometry geometry, UfsObject item)
{
    private readonly BlockShape shape = BlockShape.Of(item.Content.Length, geometry.BlockSize, geometry.FragmentSize);
    private readonly List<UfsRun> runs = [];
    private readonly List<(int Fragment, byte[] Pointers)> indirect = [];

    public UfsObject Item => item;

    /// <summary>The addresses of the inode.</summary>
    public int[] Addresses { get; } = new int[DiskInode.Pointers];

    /// <summary>Where the data lies, in order of the file.</summary>
    public IReadOnlyList<UfsRun> Runs => runs;

    /// <summary>The indirect blocks.</summary>
    public IReadOnlyList<(int Fragment, byte[] Pointers)> Indirect => indirect;

    /// <summary>Fragments of the tail; 0 where there is none.</summary>
    public int TailFragments => shape.TailFragments;

    /// <summary>Fragments of data and indirect blocks.</summary>
    public long Fragments => runs.Sum(run => (long)run.Fragments) + (long)indirect.Count * geometry.FragmentsPerBlock;

    /// <summary>Takes the whole blocks, in <paramref name="group"/> and behind it.</summary>
    public void PlaceBlocks(FreeSpace space, int group)
    {
        int pointers = geometry.PointersPerBlock;
        long square = (long)pointers * pointers;
        int direct = (int)Math.Min(shape.WholeBlocks, DiskInode.DirectPointers);
        Take(0, direct, (index, fragment) => Addresses[index] = fragment);
        byte[] twice = [], thrice = [], middle = [];
        for (long block = direct; block < shape.WholeBlocks; block += pointers)
        {
            long rest = block - DiskInode.DirectPointers;
            byte[] leaf;
            if (rest < pointers)
            {
                leaf = Indirection(out Addresses[12]);
            }
            else if (rest - pointers < square)
            {
                rest -= pointers;
                if (rest == 0) twice = Indirection(out Addresses[13]);
                leaf = Below(twice, rest / pointers);
            }
            else
            {
                rest -= pointers + square;
                if (rest == 0) thrice = Indirection(out Addresses[14]);
                if (rest % square == 0) middle = Below(thrice, rest / square);
                leaf = Below(middle, rest % square / pointers);
            }
            Take(block, (int)Math.Min(pointers, shape.WholeBlocks - block), (index, fragment) => SetPointer(leaf, index, fragment));
        }

        void Take(long first, int count, Action<int, int> set)
        {
            for (int done = 0; done < count;)
            {
                (int start, int blocks) = space.TakeBlocks(ref group, count - done);
                AddRun(new UfsRun(first + done, start, blocks * geometry.FragmentsPerBlock));
                for (int i = 0; i < blocks; i++) set(done + i, start + i * geometry.FragmentsPerBlock);
                done += blocks;
            }
        }

        byte[] Indirection(out int fragment)
        {
            (fragment, _) = space.TakeBlocks(ref group, 1);
            var block = new byte[geometry.BlockSize];
            indirect.Add((fragment, block));
            return block;
        }

        byte[] Below(byte[] parent, long index)
        {
            byte[] block = Indirection(out int fragment);
            SetPointer(parent, (int)index, fragment);
            return block;
        }
    }

    /// <summary>Gives the tail its place.</summary>
    public void PlaceTail(int fragment)
    {
        Addresses[shape.WholeBlocks] = fragment;
        runs.Add(new UfsRun(shape.WholeBlocks, fragment, shape.TailFragments));
    }

    private void AddRun(UfsRun run)
    {
        if (runs.Count > 0 && runs[^1].Fragment + runs[^1].Fragments == run.Fragment)
            runs[^1] = runs[^1] with { Fragments = runs[^1].Fragments + run.Fragments };
        else
            runs.Add(run);
    }

    private static void SetPointer(byte[] block, int index, int fragment) =>
        BinaryPrimitives.WriteInt32LittleEndian(block.AsSpan(index * sizeof(int)), fragment);
}
