using System.IO.Abstractions;
using System.Text;
using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Compiler.Host;
using ManifestLinker.Compiler.Profiles;
using ManifestLinker.Compiler.Tree;
using ManifestLinker.Linker.Extents;
using ManifestLinker.Linker.Fat;
using ManifestLinker.Linker.Open;
using ManifestLinker.Linker.Partitions;
using ManifestLinker.Linker.Tests.Fat;
using ManifestLinker.Linker.Tests.Partitions;
using ManifestLinker.Linker.Tests.Trees;

namespace ManifestLinker.Linker.Tests.Open;

/// <summary>What a disk shows where it is taken as it is.</summary>
public class DiskSlicesTests
{
    private static readonly ByteSource Fat = FatImage.Planned(TreeListing.Parse("f boot/x 0644 0 0 text=x\nf .slices 0644 0 0 text=mine")).Image;

    // Each case is what the four names become, and what the directory then holds.
    [Theory]
    [InlineData("loader boot root reserved", "boot loader reserved")]
    [InlineData("a/b . root reserved", "1 2 reserved")]
    [InlineData("same same root same", "same same-2 same-9")]
    [InlineData("2 2 root 2", "2 2-2 2-9")]
    [InlineData("x-2 x root x", "x x-2 x-9")]
    [InlineData("x-2 x-2 root x", "x x-2 x-2-2")]
    public void Slices_have_names_that_a_file_can_have(string names, string shown)
    {
        using var folder = new TemporaryFolder();
        FileTree tree = Opened(Written(folder, names.Split(' ')), raw: true).Tree;
        tree.Entries.Where(entry => entry.Path.Parent.Text == "..slices").Select(entry => entry.Path.Name).Should().Equal(shown.Split(' '));
        FatImage.ContentOf(tree, ".slices").Should().Equal("mine"u8.ToArray(), "the disk's own file keeps its name");
    }

    [Fact]
    public void A_slice_whose_file_system_is_broken_is_a_file_and_the_root_is_read_all_the_same()
    {
        using var folder = new TemporaryFolder();
        string disk = Written(folder, ["loader", "boot", "root", "reserved"], loader: Broken());
        OpenedImage opened = Opened(disk, raw: true);
        opened.Tree.Entries.Should().ContainSingle(entry => entry.Path.Name == "loader").Which.Inode.Kind.Should().Be(FileKind.Regular);
        opened.Parts.Select(part => part.Format).Should().Equal(PartFormat.Disk, PartFormat.Fat, PartFormat.Fat);
        Opened(disk, raw: false).Tree.Entries.Select(entry => entry.Path.Text).Should().Equal("", ".slices", "boot", "boot/x");
    }

    [Fact]
    public void A_disk_without_a_file_system_shows_its_slices()
    {
        using var folder = new TemporaryFolder();
        string disk = FatImage.Written(folder, "disk.img", SmallDisk.Planned(DiskLayout.FewestBytes).Image);
        Opened(disk, raw: true).Tree.Entries.Select(entry => entry.Path.Text).Should().Equal("", ".slices", ".slices/boot", ".slices/loader", ".slices/reserved", ".slices/root");
    }

    private static OpenedImage Opened(string path, bool raw) =>
        new ImageOpener(new LinuxHost(new FileSystem()), SmartOs.Profile, () => new MemoryStream(), raw).Open(path, CancellationToken.None);

    // Its top directory lies in no cluster.
    private static ByteSource Broken()
    {
        ByteSource sound = FatImage.Planned(TreeListing.Parse("d d 0755 0 0"), FatImage.Options with { Sectors = DiskLayout.LoaderSectors }).Image;
        byte[] boot = sound.Slice(0, 512).ToArray();
        boot[44] = 0;
        return new ExtentBytes(sound.Length, [new(0, new MemoryBytes(boot)), new(512, sound.Slice(512, sound.Length - 512))]);
    }

    private static string Written(TemporaryFolder folder, string[] names, ByteSource? loader = null)
    {
        var layout = DiskLayout.Of(400_000_000 / 512 * 512);
        ByteSource root = FatImage.Planned(FatReader.Read(Fat), FatImage.Options with { Sectors = layout.Root.Sectors }).Image;
        var plan = (DiskPlan)DiskPlanner.Plan(layout, new DiskContent
        {
            FirstStage = new MemoryBytes(SmallDisk.FirstStage),
            SecondStage = new MemoryBytes(SmallDisk.SecondStage()),
            Loader = loader ?? new ExtentBytes(layout.Loader.Bytes, []),
            Root = root,
            Stamp = "x",
        });
        string disk = FatImage.Written(folder, "disk.img", plan.Image);
        byte[] table = plan.Image.Slice(512, 33 * 512).ToArray();
        foreach ((string name, int index) in names.Zip([0, 1, 2, 8]))
        {
            Span<byte> place = table.AsSpan(512 + (index * 128) + 56, 72);
            place.Clear();
            Encoding.Unicode.GetBytes(name, place);
        }
        GptSeal.Entries(table, 0, 512);
        using FileStream file = File.Open(disk, FileMode.Open);
        file.Position = 512;
        file.Write(table);
        return disk;
    }
}
