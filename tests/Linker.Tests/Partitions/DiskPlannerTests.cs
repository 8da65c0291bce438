using System.Buffers.Binary;
using System.Text;
using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Linker.Partitions;

namespace ManifestLinker.Linker.Tests.Partitions;

public class DiskPlannerTests
{
    // What format_image of smartos-live gives for these sizes.
    [Theory]
    [InlineData(1_940_000_256, 3_789_063, 3_244_032, 3_772_646)]
    [InlineData(4_000_000_000, 7_812_500, 7_266_304, 7_796_083)]
    [InlineData(8_000_000_000, 15_625_000, 15_079_424, 15_608_583)]
    [InlineData(16_000_000_000, 31_250_000, 30_703_616, 31_233_583)]
    public void Slices_lie_where_format_image_puts_them(long bytes, long sectors, long root, long reserved)
    {
        var layout = DiskLayout.Of(bytes);
        layout.Sectors.Should().Be(sectors);
        layout.Slices.Select(slice => (slice.Name, slice.Index, slice.Tag, slice.Start, slice.Sectors)).Should().Equal(
            ("loader", 0, 12, 2048, 524_288), ("boot", 1, 1, 526_336, 2048), ("root", 2, 2, 528_384, root), ("reserved", 8, 11, reserved, 16_384));
    }

    [Fact]
    public void The_map_is_that_of_format_image() => DiskLayout.Of(SmallDisk.Bytes).Map.Should().Be("""
        loader 12 1048576 268435456
        boot 1 269484032 1048576
        root 2 270532608 1660944384
        reserved 11 1931594752 8388608

        """.ReplaceLineEndings("\n"));

    [Theory]
    [InlineData(1_000_000_001, "1000000001 bytes are no whole sectors of 512 bytes")]
    [InlineData(279_986_688 - 512, "279986176 bytes have no room for the partitions of a disk: 512 bytes are missing")]
    [InlineData(0, "0 bytes have no room for the partitions of a disk: 279986688 bytes are missing")]
    [InlineData(279_986_688, null)]
    public void What_is_no_size_of_a_disk_is_said(long bytes, string? why)
    {
        DiskLayout.WhyNot(bytes).Should().Be(why);
        if (why is null) DiskLayout.Of(bytes).Root.Sectors.Should().Be(2048);
        else FluentActions.Invoking(() => DiskLayout.Of(bytes)).Should().Throw<ArgumentException>().WithMessage(why + "*");
    }

    [Fact]
    public void The_first_sector_knows_the_second_stage_and_protects_the_disk()
    {
        byte[] mbr = SmallDisk.Planned().Image.Slice(0, 512).ToArray();
        byte[] program = SmallDisk.FirstStage;
        mbr[..3].Should().Equal(program[..3]);
        mbr[3..0x3e].Should().OnlyContain(b => b == 0);
        mbr[0x3e..0xfa].Should().Equal(program[0x3e..0xfa]);
        mbr[0xfa..0xfc].Should().Equal(2, 0);
        BinaryPrimitives.ReadUInt16LittleEndian(mbr.AsSpan(0xfc)).Should().Be(137, "70000 bytes begin a 137th sector");
        BinaryPrimitives.ReadUInt64LittleEndian(mbr.AsSpan(0xfe)).Should().Be(526_336);
        mbr[0x116..0x1be].Should().Equal(program[0x116..0x1be]);
        mbr[0x1be..0x1ca].Should().Equal(0, 0, 2, 0, 0xEE, 0xFF, 0xFF, 0xFF, 1, 0, 0, 0);
        BinaryPrimitives.ReadUInt32LittleEndian(mbr.AsSpan(0x1ca)).Should().Be(3_789_062);
        mbr[0x1ce..0x1fe].Should().OnlyContain(b => b == 0);
        mbr[0x1fe..].Should().Equal(0x55, 0xAA);
    }

    [Fact]
    public void A_disk_of_more_sectors_than_the_first_one_can_say_is_protected_as_far_as_that_goes()
    {
        byte[] mbr = SmallDisk.Planned(5_000_000_000_000).Image.Slice(0, 512).ToArray();
        BinaryPrimitives.ReadUInt32LittleEndian(mbr.AsSpan(0x1ca)).Should().Be(uint.MaxValue);
    }

    [Fact]
    public void The_second_stage_knows_the_root_and_fills_its_slice()
    {
        DiskPlan plan = SmallDisk.Planned();
        byte[] slice = plan.Image.Slice(plan.Layout.Boot.Offset, plan.Layout.Boot.Bytes).ToArray();
        byte[] expected = new byte[1 << 20];
        SmallDisk.SecondStage().CopyTo(expected, 0);
        BinaryPrimitives.WriteUInt64LittleEndian(expected.AsSpan(4096 + 24), 528_384);
        slice.AsSpan().SequenceEqual(expected).Should().BeTrue();
    }

    [Fact]
    public void Slices_hold_what_they_are_given_and_the_rest_is_holes()
    {
        DiskPlan plan = SmallDisk.Planned();
        plan.Image.Length.Should().Be(SmallDisk.Bytes);
        Encoding.ASCII.GetString(plan.Image.Slice(1_048_576 + 1000, 6).ToArray()).Should().Be("loader");
        Encoding.ASCII.GetString(plan.Image.Slice(270_532_608 + 2000, 4).ToArray()).Should().Be("root");
        plan.Image.DataRuns().Sum(run => run.Length).Should().BeLessThan(200_000);
    }

    [Fact]
    public void Numbers_that_nothing_else_has_follow_from_the_stamp()
    {
        GptTable table = GptReader.Read(SmallDisk.Planned().Image), again = GptReader.Read(SmallDisk.Planned().Image);
        GptTable other = GptReader.Read(SmallDisk.Planned(stamp: "20260101T000001Z").Image);
        again.Disk.Should().Be(table.Disk).And.NotBe(other.Disk);
        again.Partitions.Should().Equal(table.Partitions);
        Guid[] all = [table.Disk, other.Disk, .. table.Partitions.Concat(other.Partitions).Select(partition => partition.Identity)];
        all.Should().OnlyHaveUniqueItems().And.OnlyContain(guid => guid.ToString()[14] == '5', "they are made from names");
    }

    // A vector of others: python3 -c 'import uuid; print(uuid.uuid5(uuid.NAMESPACE_DNS, "python.org"))'.
    [Fact]
    public void Guids_of_names_are_those_of_the_standard() =>
        Linker.Partitions.Format.NameGuid.Of(new Guid("6ba7b810-9dad-11d1-80b4-00c04fd430c8"), "python.org").Should().Be(new Guid("886313e1-3b8a-5372-9b90-0c9aee199e5d"));

    public static TheoryData<string, string> Unrepresentable() => new()
    {
        { "short first", "the first stage has 511 bytes, and must have 512" },
        { "long first", "the first stage has 513 bytes, and must have 512" },
        { "no signature", "the first stage does not end with 55 AA" },
        { "large second", "the second stage has 1048577 bytes, and its slice has room for 1048576" },
        { "no header", "the second stage has no multiboot header, so that it cannot be told where the root is" },
        { "header at the end", "the second stage has no multiboot header, so that it cannot be told where the root is" },
        { "loader", "what is to lie in the slice 'loader' has 268435457 bytes, and the slice has 268435456" },
        { "root", "what is to lie in the slice 'root' has 1660943872 bytes, and the slice has 1660944384" },
    };

    [Theory]
    [MemberData(nameof(Unrepresentable))]
    public void What_cannot_be_is_said(string what, string objection)
    {
        var layout = DiskLayout.Of(SmallDisk.Bytes);
        byte[] second = SmallDisk.SecondStage();
        DiskResult result = what switch
        {
            "short first" => SmallDisk.Result(layout, second, first: SmallDisk.FirstStage[1..]),
            "long first" => SmallDisk.Result(layout, second, first: [.. SmallDisk.FirstStage, 0]),
            "no signature" => SmallDisk.Result(layout, second, first: new byte[512]),
            "large second" => SmallDisk.Result(layout, SmallDisk.SecondStage((1 << 20) + 1)),
            "no header" => SmallDisk.Result(layout, SmallDisk.SecondStage(header: 4098)),
            "header at the end" => SmallDisk.Result(layout, SmallDisk.SecondStage(4096 + 28)),
            "loader" => SmallDisk.Result(layout, second, loader: 1),
            _ => SmallDisk.Result(layout, second, root: -512),
        };
        ((DiskUnrepresentable)result).Objections.Should().Equal(objection);
    }
}
