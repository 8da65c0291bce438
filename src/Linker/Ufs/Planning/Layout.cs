using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Tree;

namespace ManifestLinker.Linker.Ufs;

/// <summary>
/// All objects in their places. <c>lost+found</c> and the top directory come first, as mkfs puts them; then the whole blocks
/// in order of inodes, then the tails, the largest first. What lies in one directory begins in one group, which depends on
/// the directory's path alone: a file that grows moves the others of its group, and none elsewhere while there is room.
/// </summary>
internal sealed record Layout(UfsGeometry Geometry, FreeSpace Space, IReadOnlyList<Placement> Placements)
{
    public static Layout Of(UfsGeometry geometry, IReadOnlyList<UfsObject> objects)
    {
        var space = new FreeSpace(geometry);
        Placement[] placements = [.. objects.Select(item => new Placement(geometry, item))];
        Placement[] first =
        [
            .. placements.Where(placement => placement.Item.Path == InodeNumbers.LostAndFound && placement.Item.Inode.Kind == FileKind.Directory),
            .. placements.Where(placement => placement.Item.Path.IsRoot),
        ];
        foreach (Placement placement in first)
        {
            placement.PlaceBlocks(space, 0);
            if (placement.TailFragments > 0) placement.PlaceTail(space.TakeTailOfNewBlock(0, placement.TailFragments));
        }
        Placement[] others = [.. placements.Except(first)];
        foreach (Placement placement in others) placement.PlaceBlocks(space, HomeOf(placement.Item.Path.Parent, geometry.Groups));

        // A stable sort: equal tails stay in order of inodes.
        foreach (Placement placement in others.Where(placement => placement.TailFragments > 0).OrderByDescending(placement => placement.TailFragments))
            placement.PlaceTail(space.TakeTail(HomeOf(placement.Item.Path.Parent, geometry.Groups), placement.TailFragments));
        return new Layout(geometry, space, placements);
    }

    // FNV-1a over the code units of the path.
    private static int HomeOf(ImagePath directory, int groups)
    {
        uint hash = 2166136261;
        foreach (char unit in directory.Text) hash = unchecked((hash ^ unit) * 16777619);
        return (int)(hash % (uint)groups);
    }
}
