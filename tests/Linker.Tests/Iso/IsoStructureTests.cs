using System.Text;
using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Tree;
using ManifestLinker.Linker.Extents;
using ManifestLinker.Linker.Iso;
using static ManifestLinker.Linker.Tests.Iso.HandmadeIso;

namespace ManifestLinker.Linker.Tests.Iso;

/// <summary>What the structures mean, one by one.</summary>
public class IsoStructureTests
{
    [Theory]
    [InlineData("README.TXT;1", "readme.txt")]
    [InlineData("README.;1", "readme")]
    [InlineData("README;1", "readme")]
    [InlineData("README.", "readme.")]
    [InlineData("README.TXT;2", "readme.txt.2")]
    [InlineData("Mixed-Case;1", "mixed-case")]
    public void Plain_names_are_shown_as_Linux_does(string stored, string shown)
    {
        FileTree tree = Read(new HandmadeIso().Directory(Top, [], Record(stored, 30, 5)));
        Inode file = tree.Find(ImagePath.Parse(shown))!;
        (file.Permissions, file.Uid, file.Modified, file.Content.Length).Should().Be((0x16d, 0u, 86400L + (3 * 3600) + (4 * 60) + 5, 5L));
    }

    [Fact]
    public void A_file_in_several_sections_is_one()
    {
        HandmadeIso image = new HandmadeIso().Directory(
            Top, [], Record("BIG;1", 30, Sector, flags: 0x80), Record("BIG;1", 33, Sector, flags: 0x80), Record("BIG;1", 31, 7), Record("NEXT;1", 30, 3));
        foreach ((int sector, byte fill) in new[] { (30, (byte)1), (33, (byte)2), (31, (byte)3) }) image.Put(sector * Sector, Enumerable.Repeat(fill, Sector).ToArray());
        Inode big = Read(image).Find(ImagePath.Parse("big"))!;
        big.Content.ToArray().Should().Equal([.. Enumerable.Repeat((byte)1, Sector), .. Enumerable.Repeat((byte)2, Sector), .. Enumerable.Repeat((byte)3, 7)]);
        Read(image).Entries.Should().HaveCount(3);
    }

    [Fact]
    public void A_file_of_more_than_4_GiB_is_one()
    {
        var image = new HandmadeIso().Directory(Top, [], Record("BIG;1", 30, 0xfffff800, flags: 0x80), Record("BIG;1", 30 + 0x1fffff, 10));
        var large = new ExtentBytes((30L * Sector) + 0xfffff800 + Sector, [new Extent(0, image.Source)]);
        IsoReader.Read(large).Find(ImagePath.Parse("big"))!.Content.Length.Should().Be(0xfffff800L + 10);
    }

    [Fact]
    public void Extended_attributes_lie_before_the_content()
    {
        byte[] record = Record("X;1", 30, 4);
        record[1] = 2;
        HandmadeIso image = new HandmadeIso().Directory(Top, [], record).Put(32 * Sector, "data"u8);
        Encoding.ASCII.GetString(Read(image).Find(ImagePath.Parse("x"))!.Content.ToArray()).Should().Be("data");
    }

    [Fact]
    public void Associated_files_are_not_shown_and_hidden_ones_are()
    {
        FileTree tree = Read(new HandmadeIso().Directory(Top, [], Record("X;1", 30, 4, flags: 4), Record("X;1", 30, 4), Record("H;1", 30, 4, flags: 1)));
        tree.Entries.Select(entry => entry.Path.Text).Should().Equal("", "h", "x");
    }

    [Fact]
    public void Rock_Ridge_gives_names_in_pieces_and_modes()
    {
        FileTree tree = Read(Ridged([.. Name("long-", 1), .. Name("Name"), .. Mode(0x89ed)]));
        Inode file = tree.Find(ImagePath.Parse("long-Name"))!;
        (file.Kind, file.Permissions, file.Uid, file.Gid).Should().Be((FileKind.Regular, 0x9ed, 3u, 4u));
    }

    [Fact]
    public void Entries_go_on_elsewhere_and_stop()
    {
        byte[] there = [.. Name("elsewhere"), .. Entry("ST"), .. Name("not this")];
        HandmadeIso image = Ridged([.. Mode(RegularMode), .. Entry("CE", Both(35, 100, (uint)there.Length)), .. Name("and-")]).Put((35 * Sector) + 100, there);
        Read(image).Find(ImagePath.Parse("and-elsewhere")).Should().NotBeNull();
    }

    [Fact]
    public void Bytes_before_the_entries_are_left_out()
    {
        byte[] use = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, .. Name("xa")];
        var image = new HandmadeIso().Directory(Top, [.. new byte[14], .. InUse(14)], Record("X;1", 30, 4, use: use));
        Read(image).Find(ImagePath.Parse("xa")).Should().NotBeNull();
    }

    [Theory]
    [InlineData("RRIP_1991A", "name")]
    [InlineData("IEEE_P1282", "name")]
    [InlineData("SOMETHING", "x")]
    public void Another_extension_is_not_taken_for_Rock_Ridge(string extension, string name)
    {
        byte[] own = [.. InUse(), .. Entry("ER", [(byte)extension.Length, 0, 0, 1, .. Encoding.ASCII.GetBytes(extension)])];
        Read(new HandmadeIso().Directory(Top, own, Record("X;1", 30, 4, use: Name("name")))).Find(ImagePath.Parse(name)).Should().NotBeNull();
    }

    [Theory]
    [InlineData(new byte[] { 8, 0, 0, 3, (byte)'u', (byte)'s', (byte)'r' }, "/usr")]
    [InlineData(new byte[] { 4, 0, 2, 0, 0, 1, (byte)'x' }, ".././x")]
    [InlineData(new byte[] { 1, 1, (byte)'a', 0, 1, (byte)'b', 0, 0 }, "ab/")]
    [InlineData(new byte[] { 8, 0, 0, 0, 0, 1, (byte)'x' }, "//x")]
    [InlineData(new byte[] { }, "")]
    public void The_text_of_a_link_is_put_together(byte[] components, string text)
    {
        FileTree tree = Read(Ridged([.. Name("link"), .. Mode(LinkMode), .. Entry("SL", [0, .. components])]));
        tree.Find(ImagePath.Parse("link"))!.Target.Should().Be(text);
    }

    [Theory]
    [InlineData(2, 7, 2, 7, true)]
    [InlineData(2, 7, 2, 8, false)]
    [InlineData(1, 7, 1, 7, false)]
    [InlineData(2, 7, 3, 7, false)]
    [InlineData(2, 0, 2, 0, true)]
    public void Names_of_one_file_are_told_by_number_or_place(uint links, uint serial, uint otherLinks, uint otherSerial, bool same)
    {
        FileTree tree = Read(new HandmadeIso().Directory(
            Top, InUse(), Record("A;1", 30, 4, use: Mode(RegularMode, links, serial)), Record("B;1", 30, 4, use: Mode(RegularMode, otherLinks, otherSerial))));
        ReferenceEquals(tree.Find(ImagePath.Parse("a")), tree.Find(ImagePath.Parse("b"))).Should().Be(same);
    }

    [Theory]
    [InlineData(0, 0x0d02, 13, 2)]
    [InlineData(13, 2, 13, 2)]
    [InlineData(300, 70000, 300, 70000)]
    [InlineData(0, 5, 0, 5)]
    public void Devices_have_their_numbers_in_two_halves_or_in_one(uint high, uint low, uint major, uint minor) =>
        Read(Ridged([.. Mode(0x21a4), .. Entry("PN", Both(high, low))])).Find(ImagePath.Parse("x"))!.Device.Should().Be(new DeviceNumber(major, minor));

    [Theory]
    [InlineData(new byte[] { 2, 71, 1, 1, 0, 0, 0, 0 }, 365 * 86400)]
    [InlineData(new byte[] { 3, 1, 1, 1, 1, 1, 1, 0, 71, 1, 1, 0, 0, 0, 0 }, 365 * 86400)]
    [InlineData(new byte[] { 2, 71, 1, 1, 0, 0, 0, 4 }, (365 * 86400) - 3600)]
    [InlineData(new byte[] { 2, 71, 1, 1, 0, 0, 0, 0xf8 }, (365 * 86400) + 7200)]
    [InlineData(new byte[] { 0x82, (byte)'1', (byte)'9', (byte)'7', (byte)'1', (byte)'0', (byte)'1', (byte)'0', (byte)'1', 48, 48, 48, 48, 48, 49, 48, 48, 0 }, (365 * 86400) + 1)]
    [InlineData(new byte[] { 2, 71, 2, 30, 0, 0, 0, 0 }, 0)]
    [InlineData(new byte[] { 2, 71, 2 }, 86400 + 11045)]
    [InlineData(new byte[] { 1, 71, 1, 1, 0, 0, 0, 0 }, 86400 + 11045)]
    public void The_time_is_that_of_the_modification(byte[] times, long seconds) =>
        Read(Ridged([.. Mode(RegularMode), .. Entry("TF", times)])).Find(ImagePath.Parse("x"))!.Modified.Should().Be(seconds);

    [Fact]
    public void A_directory_that_lies_elsewhere_is_shown_where_it_belongs()
    {
        HandmadeIso image = new HandmadeIso()
            .Directory(Top, InUse(), Record("DEEP", 30, 0, use: [.. Name("deep"), .. Entry("CL", Both(22))]), Record("MOVED", 21, Sector, directory: true, use: Mode(DirectoryMode)))
            .Directory(21, [], Record("DEEP", 22, Sector, directory: true, use: [.. Name("deep"), .. Entry("RE"), .. Mode(DirectoryMode)]))
            .Directory(22, Mode(0x41c0), Record("F;1", 30, 1));
        FileTree tree = Read(image);
        tree.Entries.Select(entry => entry.Path.Text).Should().Equal("", "deep", "deep/f");
        tree.Find(ImagePath.Parse("deep"))!.Permissions.Should().Be(0x1c0);
    }

    [Theory]
    [InlineData("SF", "stored without its holes")]
    [InlineData("ZF", "stored compressed")]
    public void What_is_stored_in_another_way_is_listed_and_refused_when_it_is_read(string signature, string why)
    {
        byte[] content = signature == "SF" ? Both(1, 5) : [(byte)'p', (byte)'z', 4, 15, .. Both(5)];
        ByteSource file = Read(Ridged([.. Name("f"), .. Entry(signature, content)])).Find(ImagePath.Parse("f"))!.Content;
        file.Length.Should().Be(signature == "SF" ? (1L << 32) + 5 : 5);
        FluentActions.Invoking(() => file.Read(0, new byte[1])).Should().Throw<InvalidDataException>().WithMessage($"'f' is {why}*");
    }
}
