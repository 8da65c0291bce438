using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Tree;

namespace ManifestLinker.Linker.Ufs;

/// <summary>
/// Plans a file system: gives every object its inode and every piece of content its place, from names and sizes alone.
/// The same tree and options give the same plan, down to the last byte.
/// </summary>
public static class UfsPlanner
{
    private const int DirectoriesNamed = 10;

    /// <summary>The plan of an image that holds <paramref name="tree"/>, or why there is none.</summary>
    public static UfsResult Plan(FileTree tree, UfsOptions options)
    {
        IReadOnlyList<ImageObjection> objections = Representability.Objections(tree, options);
        if (objections.Count > 0) return new UfsUnrepresentable(objections);

        Dictionary<ImagePath, uint> numbers = InodeNumbers.Assign(tree);
        UfsObject[] objects = UfsObject.Of(tree, numbers, options.BlockSize);
        return options.Size switch
        {
            UfsSize.Fixed size => PlanFixed(tree, options, size, numbers, objects),
            UfsSize.Auto size => PlanAuto(options, size, numbers, objects),
            _ => throw new ArgumentException($"unknown size {options.Size}", nameof(options)),
        };
    }

    private static UfsResult PlanFixed(
        FileTree tree, UfsOptions options, UfsSize.Fixed size, Dictionary<ImagePath, uint> numbers, UfsObject[] objects)
    {
        NewfsResult result = Newfs.Geometry(size.Bytes, size.BytesPerInode, options.BlockSize, options.FragmentSize);
        if (result is NewfsResult.Refused refused) return Refuse(refused.Why);
        UfsGeometry geometry = ((NewfsResult.Made)result).Geometry;
        var need = SpaceNeed.Of(objects, options.BlockSize, options.FragmentSize);
        long available = new FreeSpace(geometry).Blocks;
        long inodes = objects[^1].Number + 1;

        // Contents far larger than the image are not placed at all: their indirect blocks alone could fill the memory.
        if (need.WholeBlocks > available) return Shortage(need.Blocks);
        var layout = Layout.Of(geometry, objects);
        if (layout.Space.MissingBlocks > 0) return Shortage(available + layout.Space.MissingBlocks);
        if (inodes > geometry.Inodes) return Shortage(available - layout.Space.FreeBlocks);
        return new UfsPlan(layout, numbers, (int)options.Time);

        UfsShortage Shortage(long blocks) => new()
        {
            BlockSize = geometry.BlockSize,
            BlocksNeeded = blocks,
            BlocksAvailable = available,
            InodesNeeded = inodes,
            InodesAvailable = geometry.Inodes,
            LargestDirectories = LargestDirectories.Of(tree, DirectoriesNamed),
        };
    }

    private static UfsResult PlanAuto(UfsOptions options, UfsSize.Auto size, Dictionary<ImagePath, uint> numbers, UfsObject[] objects)
    {
        if (size.SpareBlocks < 0 || size.SpareInodes < 0) return Refuse("the room to be left free is negative");
        if (Newfs.Geometry(1 << 30, 1 << 14, options.BlockSize, options.FragmentSize) is NewfsResult.Refused refused) return Refuse(refused.Why);
        (Layout? layout, string why) = new SmallestGeometry(objects, size, options).Find();
        return layout is null ? Refuse(why) : new UfsPlan(layout, numbers, (int)options.Time);
    }

    private static UfsUnrepresentable Refuse(string why) => new([new ImageObjection(Path: null, why)]);
}
