using CsCheck;
using ManifestLinker.Linker.Tests.Trees;
using ManifestLinker.Compiler.Tree;
using ManifestLinker.Linker.Ufs;

namespace ManifestLinker.Linker.Tests.Ufs;

public class RoundTripTests
{
    [Theory]
    [InlineData(4096, 1024)]
    [InlineData(4096, 512)]
    [InlineData(4096, 2048)]
    [InlineData(4096, 4096)]
    [InlineData(8192, 1024)]
    [InlineData(8192, 2048)]
    [InlineData(8192, 8192)]
    public void A_tree_with_every_edge_comes_back_from_its_image(int block, int fragment)
    {
        FileTree tree = TreeListing.Parse(EdgeTree.Listing(block));
        UfsPlan plan = Planning.Plan(tree, new UfsSize.Auto(), block, fragment);
        UfsChecker.Check(plan.Image).Should().BeEmpty();
        TreeText.Of(UfsReader.Read(plan.Image)).Should().Be(TreeText.Of(tree));
    }

    [Fact]
    public void A_tree_with_every_edge_fits_the_geometry_of_a_root_image()
    {
        FileTree tree = TreeListing.Parse(EdgeTree.Listing());
        UfsPlan plan = Planning.Plan(tree, new UfsSize.Fixed(358400000, 12248));
        UfsChecker.Check(plan.Image).Should().BeEmpty();
        TreeText.Of(UfsReader.Read(plan.Image)).Should().Be(TreeText.Of(tree));
    }

    [Fact]
    public void Any_tree_comes_back_from_its_image_and_the_image_is_sound() =>
        Check.Sample(
            Gen.Select(Gen.Int[0, 1_000_000], Gen.Int[1, 120], Gen.Int[0, RandomTree.Sizes.Count - 1], Gen.Bool),
            (seed, objects, pick, auto) =>
            {
                (int block, int fragment) = RandomTree.Sizes[pick];
                FileTree tree = RandomTree.Of(seed, objects);
                UfsPlan plan = Planning.Plan(tree, auto ? new UfsSize.Auto(seed % 50, seed % 70) : new UfsSize.Fixed(12_000_000 + seed, 4096), block, fragment);
                UfsChecker.Check(plan.Image).Should().BeEmpty();
                TreeText.Of(UfsReader.Read(plan.Image)).Should().Be(TreeText.Of(tree));
                if (auto)
                {
                    plan.Usage.BlocksFree.Should().BeGreaterThanOrEqualTo(seed % 50);
                    plan.Usage.InodesFree.Should().BeGreaterThanOrEqualTo(seed % 70);
                }
            },
            iter: 150);

    [Fact]
    public void A_tree_without_lost_and_found_is_sound()
    {
        UfsPlan plan = Planning.Plan("f a 0644 0 0 size=1\nd b 0755 0 0");
        UfsChecker.Check(plan.Image).Should().BeEmpty();
        plan.InodeNumber(Compiler.Ir.ImagePath.Parse("a")).Should().Be(3);
    }

    [Fact]
    public void A_file_named_lost_and_found_is_a_file()
    {
        UfsPlan plan = Planning.Plan("f a 0644 0 0 size=1\nf lost+found 0644 0 0 size=9");
        UfsChecker.Check(plan.Image).Should().BeEmpty();
        plan.InodeNumber(Compiler.Ir.ImagePath.Parse("lost+found")).Should().Be(4);
    }

    [Fact]
    public void Directories_that_share_an_instance_stay_two_directories()
    {
        FileTree listed = TreeListing.Parse("d a 0755 0 0\nf a/x 0644 0 0 size=1");
        Inode shared = listed.Find(Compiler.Ir.ImagePath.Parse("a"))!;
        var tree = new FileTree([.. listed.Entries, new TreeEntry(Compiler.Ir.ImagePath.Parse("b"), shared)]);
        UfsPlan plan = Planning.Plan(tree, new UfsSize.Auto());
        UfsChecker.Check(plan.Image).Should().BeEmpty();
        TreeText.Of(UfsReader.Read(plan.Image)).Should().Be(TreeText.Of(tree));
    }
}
