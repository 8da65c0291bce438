using System.Buffers.Binary;
using CsCheck;
using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Tree;
using ManifestLinker.Linker.Extents;
using ManifestLinker.Linker.Fat;
using ManifestLinker.Linker.Tests.Tar;
using ManifestLinker.Linker.Tests.Trees;

namespace ManifestLinker.Linker.Tests.Fat;

public class FatWriterTests
{
    private static readonly FileTree Empty = SmallTree.Of();

    [Fact]
    public void Any_tree_comes_back() => SmallTree.Any().Select(Bounded).Sample(
        tree => FatImage.Describe(FatReader.Read(FatImage.Planned(tree).Image)).Should().Equal(FatImage.Describe(tree)), iter: 300);

    [Fact]
    public void Any_image_is_sound() => SmallTree.Any().Select(Bounded).Sample(tree => FatChecker.Check(FatImage.Planned(tree).Image).Should().BeEmpty(), iter: 50);

    [FactNeeding("fsck.fat")]
    public void Any_image_is_sound_to_fsck() => SmallTree.Any().Select(Bounded).Sample(
        tree =>
        {
            using var folder = new TemporaryFolder();
            ForeignTool.Run("fsck.fat", "-n", FatImage.Written(folder, "fat.img", FatImage.Planned(tree).Image)).Exits(0);
        },
        iter: 20);

    [Fact]
    public void The_hard_tree_comes_back() =>
        FatImage.Describe(FatReader.Read(FatImage.Planned(FatImage.Tree).Image)).Should().Equal(FatImage.Describe(FatImage.Tree));

    // What mkfs -F pcfs of illumos makes of these sizes.
    [Theory]
    [InlineData(524_288, 1, 4064, 516_128)]
    [InlineData(3_244_032, 1, 25_148, 3_193_704)]
    [InlineData(4_194_335, 1, 32_514, 4_129_275)]
    [InlineData(4_194_336, 2, 16_321, 2_080_831)]
    [InlineData(7_266_304, 2, 28_274, 3_604_862)]
    [InlineData(30_703_616, 8, 29_955, 3_830_459)]
    public void An_empty_image_is_laid_out_as_by_mkfs_of_illumos(long sectors, int cluster, int table, long clusters)
    {
        FatPlan plan = FatImage.Planned(Empty, FatImage.Options with { Sectors = sectors, Serial = 0 });
        byte[] boot = plan.Image.Slice(0, 512).ToArray();
        plan.Image.Length.Should().Be(sectors * 512);
        (plan.Clusters, plan.FreeClusters, plan.ClusterBytes).Should().Be((clusters, clusters - 1, cluster * 512L));
        boot[..3].Should().Equal(0xEB, 0x3C, 0x90);
        System.Text.Encoding.ASCII.GetString(boot, 3, 8).Should().Be("MSDOS4.0");
        (Word(boot, 11), boot[13], Word(boot, 14), boot[16], Word(boot, 17), Word(boot, 19), boot[21], Word(boot, 22)).Should()
            .Be(((ushort)512, (byte)cluster, (ushort)32, (byte)2, (ushort)0, (ushort)0, (byte)0xF8, (ushort)0));
        (Word(boot, 24), Word(boot, 26), Number(boot, 28), Number(boot, 32), Number(boot, 36)).Should()
            .Be(((ushort)600, (ushort)1, 0u, (uint)sectors, (uint)table));
        (Word(boot, 40), Word(boot, 42), Number(boot, 44), Word(boot, 48), Word(boot, 50)).Should().Be(((ushort)0, (ushort)0, 2u, (ushort)1, (ushort)6));
        (boot[64], boot[66], Number(boot, 67)).Should().Be(((byte)0x80, (byte)0x29, 0u));
        System.Text.Encoding.ASCII.GetString(boot, 71, 19).Should().Be("SMARTOS    FAT32   ");
        Word(boot, 510).Should().Be(0xAA55);
        plan.Image.Slice(6 * 512, 512).ToArray().Should().Equal(boot);

        byte[] info = plan.Image.Slice(512, 512).ToArray(), copy = plan.Image.Slice(7 * 512, 512).ToArray();
        (Number(info, 0), Number(info, 484), Number(info, 488), Number(info, 492), Number(info, 508)).Should()
            .Be((0x41615252u, 0x61417272u, (uint)clusters - 1, 3u, 0xAA550000u));
        (Number(copy, 488), Number(copy, 492)).Should().Be(((uint)clusters - 1, 0xFFFFFFFF));
        foreach (long at in new[] { 32L, 32 + table })
        {
            byte[] entries = plan.Image.Slice(at * 512, 512).ToArray();
            (Number(entries, 0), Number(entries, 4), Number(entries, 8)).Should().Be((0x0FFFFFF8u, 0x0FFFFFFFu, 0x0FFFFFF8u));
            entries[12..].Should().OnlyContain(b => b == 0);
        }
        byte[] top = plan.Image.Slice((32 + (2 * table)) * 512L, 512).ToArray();
        System.Text.Encoding.ASCII.GetString(top, 0, 11).Should().Be("SMARTOS    ");
        top[11].Should().Be(0x28);
        top[32..].Should().OnlyContain(b => b == 0);
    }

    [Fact]
    public void Everything_lies_in_one_piece_in_the_order_of_paths()
    {
        FileTree tree = TreeListing.Parse("""
            f a 0644 0 0 size=1025
            d b 0755 0 0
            f b/x 0644 0 0 size=1
            f c 0644 0 0
            f d 0644 0 0 size=512
            """);
        FatPlan plan = FatImage.Planned(tree);
        byte[] table = plan.Image.Slice(32 * 512, 10 * 4).ToArray();
        Enumerable.Range(2, 8).Select(cluster => Number(table, cluster * 4)).Should().Equal(
            0x0FFFFFF8, 4, 5, 0x0FFFFFFF, 0x0FFFFFFF, 0x0FFFFFFF, 0x0FFFFFFF, 0);
        plan.FreeClusters.Should().Be(plan.Clusters - 7);
    }

    [Fact]
    public void The_tables_can_be_read_from_anywhere()
    {
        ByteSource image = FatImage.Planned(FatImage.Tree).Image;
        byte[] whole = image.Slice(32 * 512, 40_000).ToArray();
        Gen.Select(Gen.Int[0, 39_000], Gen.Int[1, 999]).Sample(
            (at, length) => image.Slice((32 * 512) + at, length).ToArray().Should().Equal(whole[at..(at + length)]), iter: 300);
    }

    [Fact]
    public void Names_of_one_file_become_files_of_their_own()
    {
        FileTree tree = TreeListing.Parse("f a 0644 0 0 text=same\nh b = a");
        FileTree read = FatReader.Read(FatImage.Planned(tree).Image);
        (FatImage.ContentOf(read, "a"), FatImage.ContentOf(read, "b")).Should().BeEquivalentTo(("same"u8.ToArray(), "same"u8.ToArray()));
        read.Find(ImagePath.Parse("a")).Should().NotBeSameAs(read.Find(ImagePath.Parse("b")));
    }

    [Fact]
    public void A_disk_of_any_size_takes_no_memory_and_stays_full_of_holes()
    {
        var content = new PatternBytes(3, uint.MaxValue);
        FileTree tree = SmallTree.Of(
            SmallTree.File("a", "first"),
            new TreeEntry(ImagePath.Parse("big"), NewInode.File(0x1a4, 0, content)),
            SmallTree.File("z", "last"));
        ByteSource image = FatImage.Planned(tree, FatImage.Options with { Sectors = 30_703_616 }).Image;
        image.DataRuns().Sum(run => run.Length).Should().BeLessThan(content.Length + (10 << 20));
        FileTree read = FatReader.Read(image);
        ByteSource big = read.Find(ImagePath.Parse("big"))!.Content;
        big.Length.Should().Be(uint.MaxValue);
        foreach (long at in new[] { 0L, 2_000_000_001, uint.MaxValue - 100L })
            big.Slice(at, 100).ToArray().Should().Equal(content.Slice(at, 100).ToArray());
        FatImage.ContentOf(read, "z").Should().Equal("last"u8.ToArray());
    }

    [Fact]
    public void The_same_tree_gives_the_same_bytes_whatever_the_order_of_its_making()
    {
        TreeEntry[] entries = [SmallTree.Directory("a"), SmallTree.File("a/b", "content"), SmallTree.File("a-b"), SmallTree.File("A long name")];
        byte[] image = FatImage.Planned(SmallTree.Of(entries)).Image.ToArray();
        FatImage.Planned(SmallTree.Of([.. entries.Reverse()])).Image.ToArray().AsSpan().SequenceEqual(image).Should().BeTrue();
    }

    private static ushort Word(byte[] bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(at));

    private static uint Number(byte[] bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at));

    /// <summary>The files and directories of a tree that FAT can hold.</summary>
    private static FileTree Bounded(FileTree tree)
    {
        HashSet<ImagePath> bad = [];
        if (FatPlanner.Plan(tree, FatImage.Options) is FatUnrepresentable { Objections: var objections }) bad = [.. objections.Select(objection => objection.Path!.Value)];
        return new FileTree(tree.Entries.Where(entry => !bad.Any(path => entry.Path.IsAtOrBelow(path))));
    }
}
