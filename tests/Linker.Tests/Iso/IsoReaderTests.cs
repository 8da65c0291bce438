using System.Text;
using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Tree;
using ManifestLinker.Linker.Iso;
using ManifestLinker.Linker.Tests.Tar;

namespace ManifestLinker.Linker.Tests.Iso;

public class IsoReaderTests
{
    [FactNeeding("genisoimage", "xorriso")]
    public void Every_writer_with_Rock_Ridge_gives_the_tree()
    {
        using var folder = new TemporaryFolder();
        string directory = ForeignIso.Fill(folder);
        string[] expected = Described(ForeignIso.HostTreeOf(directory));
        foreach (string[] command in ForeignIso.WithRockRidge)
        {
            ByteSource image = ForeignIso.Make(folder, command, directory);
            IsoReader.IsIso(image).Should().BeTrue();
            string[] read = Described(IsoReader.Read(image));
            read.Except(expected, StringComparer.Ordinal).Should().BeEmpty(string.Join(' ', command));
            expected.Except(read, StringComparer.Ordinal).Should().BeEmpty(string.Join(' ', command));
        }
    }

    [FactNeeding("genisoimage", "xorriso")]
    public void Xorriso_lists_what_is_read()
    {
        using var folder = new TemporaryFolder();
        ByteSource image = ForeignIso.Make(folder, ["genisoimage", "-quiet", "-R"], ForeignIso.Fill(folder));
        string[] listed = ForeignIso.Listed(folder.At("image.iso")), read = ForeignIso.Listed(IsoReader.Read(image));
        // The place that genisoimage makes for directories that are too deep.
        listed.Except(read, StringComparer.Ordinal).Should().Equal("dr-xr-xr-x 0 0 0 '/rr_moved'");
        read.Except(listed, StringComparer.Ordinal).Should().BeEmpty();
    }

    [FactNeeding("xorriso")]
    public void A_long_link_comes_through()
    {
        using var folder = new TemporaryFolder();
        string target = string.Join('/', Enumerable.Repeat("abc", 200));
        Directory.CreateDirectory(folder.At("in"));
        File.CreateSymbolicLink(folder.At("in/link"), target);
        ByteSource image = ForeignIso.Make(folder, ["xorriso", "-as", "mkisofs", "-quiet", "-R"], folder.At("in"));
        IsoReader.Read(image).Find(ImagePath.Parse("link"))!.Target.Should().Be(target);
    }

    [FactNeeding("genisoimage")]
    public void Without_Rock_Ridge_names_are_as_Linux_shows_them()
    {
        using var folder = new TemporaryFolder();
        folder.Write("in/platform/i86pc/amd64/boot_archive", "archive");
        folder.Write("in/BOOT/LOADER", "loader");
        folder.Write("in/readme.txt", "text");
        ByteSource image = ForeignIso.Make(folder, ["genisoimage", "-quiet", "-l", "-allow-lowercase", "-J"], folder.At("in"));
        IsoReader.Read(image).Entries.Select(entry => entry.Path.Text).Should().Equal(
            "", "boot", "boot/loader", "platform", "platform/i86pc", "platform/i86pc/amd64", "platform/i86pc/amd64/boot_archive", "readme.txt");
    }

    [FactNeeding("xorriso")]
    public void The_boot_catalogue_is_read()
    {
        using var folder = new TemporaryFolder();
        folder.Write("in/boot/cdboot", new byte[1200]);
        folder.Write("in/boot/efiboot.img", new byte[40 * 512]);
        string[] command =
        [
            "xorriso", "-as", "mkisofs", "-quiet", "-R", "-eltorito-boot", "boot/cdboot", "-no-emul-boot", "-boot-info-table",
            "-eltorito-alt-boot", "-eltorito-platform", "efi", "-eltorito-boot", "boot/efiboot.img", "-no-emul-boot",
        ];
        ByteSource image = ForeignIso.Make(folder, command, folder.At("in"));
        IReadOnlyList<BootEntry> entries = BootCatalogue.Read(image);
        entries.Select(entry => (entry.Platform, entry.IsBootable, entry.Emulation, entry.LoadSegment, entry.Sectors)).Should().Equal(
            ((byte)0, true, (byte)0, (ushort)0, (ushort)4), ((byte)0xef, true, (byte)0, (ushort)0, (ushort)40));
        image.Slice(entries[0].Block * 2048L, 1200).ToArray()[8].Should().Be(16, "the boot info table begins with the block of the descriptor");
    }

    [Fact]
    public void An_image_that_nothing_starts_from_has_no_boot_catalogue() =>
        BootCatalogue.Read(new HandmadeIso().Source).Should().BeEmpty();

    private static string[] Described(FileTree tree) => [.. SmallTree.Describe(tree).Skip(1)];
}
