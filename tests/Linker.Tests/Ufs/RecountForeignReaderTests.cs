using ManifestLinker.Linker.Ufs;

namespace ManifestLinker.Linker.Tests.Ufs;

/// <summary>Counts of free space, as a script that knows nothing of this code finds them in the maps.</summary>
public class RecountForeignReaderTests
{
    private const string Script = "tools/ufs_recount.py";

    [FactNeeding("python3", "shared:" + Script)]
    public void The_counts_of_a_tree_with_every_edge_are_right()
    {
        foreach ((int block, int fragment) in new[] { (4096, 1024), (4096, 512), (8192, 2048) })
        {
            UfsPlan plan = Planning.Plan(EdgeTree.Listing(block), new UfsSize.Auto(), block, fragment);
            Recount(plan).Should().Be($"cgs {plan.Geometry.Groups} mismatches 0\n");
        }
    }

    [FactNeeding("python3", "shared:" + Script)]
    public void The_counts_of_a_full_image_are_right()
    {
        UfsPlan room = Planning.Plan(Planning.Empty, new UfsSize.Fixed(2_161_500, 4096));
        UfsPlan plan = Planning.Plan($"{Planning.Empty}\nf x 0644 0 0 size={(room.Usage.BlocksFree - 1) * 4096L}", new UfsSize.Fixed(2_161_500, 4096));
        plan.Usage.BlocksFree.Should().Be(0);
        (plan.Geometry.Fragments % 4).Should().Be(2);
        Recount(plan).Should().Be("cgs 1 mismatches 0\n");
    }

    private static string Recount(UfsPlan plan)
    {
        using var image = new ImageFile(plan);
        return ForeignTool.Run("python3", Checkout.Shared(Script), image.Path).Exits(0).Output;
    }
}
