using ManifestLinker.Linker.Ufs;

namespace ManifestLinker.Linker.Tests.Ufs;

public class NewfsTests
{
    private static readonly (int Block, int Fragment)[] Sizes =
        [(4096, 1024), (4096, 512), (8192, 1024), (8192, 2048), (4096, 4096), (8192, 8192)];

    [Fact]
    public void The_geometry_of_a_root_image_is_that_of_newfs()
    {
        UfsGeometry geometry = Made(Newfs.Geometry(358400000, 12248));
        geometry.Should().BeEquivalentTo(new
        {
            ImageBytes = 358400000L,
            SectorsPerCylinder = 600,
            Fragments = 349800,
            Cylinders = 1166,
            Groups = 73,
            CylindersPerGroup = 16,
            InodesPerGroup = 384,
            FragmentsPerGroup = 4800,
            BackupAt = 16,
            DescriptorAt = 24,
            InodesAt = 28,
            DataAt = 76,
            Stagger = 300,
            ContiguousBlocks = 2,
            DescriptorBytes = 1140,
            SummaryFragments = 2,
            DataFragments = 345402,
            Inodes = 28032,
        });
        geometry.CylindersOf(72).Should().Be(14);
        geometry.FragmentsOf(72).Should().Be(4200);
    }

    [Fact]
    public void The_geometry_of_a_usr_image_is_that_of_newfs()
    {
        UfsGeometry geometry = Made(Newfs.Geometry(458752000, 14000));
        geometry.Should().BeEquivalentTo(new
        {
            SectorsPerCylinder = 600,
            Fragments = 447900,
            Cylinders = 1493,
            Groups = 94,
            InodesPerGroup = 352,
            FragmentsPerGroup = 4800,
            DataAt = 72,
            DescriptorBytes = 1136,
            SummaryFragments = 2,
            DataFragments = 442618,
            Inodes = 33088,
        });
        geometry.CylindersOf(93).Should().Be(5);
        geometry.FragmentsOf(93).Should().Be(1500);
    }

    [Fact]
    public void A_file_above_a_gigabyte_has_more_cylinders_in_a_group()
    {
        UfsGeometry geometry = Made(Newfs.Geometry(1600000L * 1024, 12248));
        geometry.Fragments.Should().Be(3199800 / 2);
        geometry.CylindersPerGroup.Should().Be(32);
    }

    [Theory]
    [InlineData(358400000, 12248, 4096, 1000, "a fragment of 1000 bytes is not supported: a block of 4096 has 1, 2, 4 or 8 of at least 512")]
    [InlineData(358400000, 12248, 8192, 512, "a fragment of 512 bytes is not supported: a block of 8192 has 1, 2, 4 or 8 of at least 512")]
    [InlineData(358400000, 12248, 2048, 512, "a block of 2048 bytes is not supported: it has 4096 or 8192")]
    [InlineData(358400000, 0, 4096, 1024, "0 bytes per inode are not a density")]
    [InlineData(0, 4096, 4096, 1024, "0 bytes are too few for a file system: it takes at least 524288")]
    [InlineData(-1, 4096, 4096, 1024, "-1 bytes are too few for a file system: it takes at least 524288")]
    [InlineData(long.MaxValue, 4096, 4096, 1024, "9223372036854775807 bytes are too many: a file system with the geometry of a disk has at most 16515072 sectors")]
    [InlineData(8500000000, 4096, 4096, 1024, "8500000000 bytes are too many: a file system with the geometry of a disk has at most 16515072 sectors")]
    [InlineData(600000, 1, 4096, 1024, "600000 bytes with an inode for each 1 give no cylinder group whose tables fit into it")]
    [InlineData(1000000, 200, 4096, 1024, "1000000 bytes cannot hold the 8192 inodes that one for each 200 gives")]
    public void A_size_that_cannot_hold_a_file_system_is_refused_with_a_reason(long bytes, int density, int block, int fragment, string why) =>
        Newfs.Geometry(bytes, density, block, fragment).Should().Be(new NewfsResult.Refused(why));

    [Fact]
    public void Any_size_and_density_gives_a_geometry_or_a_reason()
    {
        CsCheck.Check.Sample(
            CsCheck.Gen.Select(
                CsCheck.Gen.OneOf(CsCheck.Gen.Long[0, 4_000_000], CsCheck.Gen.Long[0, 9_000_000_000], CsCheck.Gen.Long),
                CsCheck.Gen.OneOf(CsCheck.Gen.Int[1, 20_000], CsCheck.Gen.Int),
                CsCheck.Gen.Int[0, Sizes.Length - 1]),
            (bytes, density, pick) =>
            {
                if (Newfs.Geometry(bytes, density, Sizes[pick].Block, Sizes[pick].Fragment) is not NewfsResult.Made made) return;
                UfsGeometry geometry = made.Geometry;
                geometry.OffsetOf(geometry.Fragments).Should().BeLessThanOrEqualTo(bytes);
                geometry.DescriptorBytes.Should().BeLessThanOrEqualTo(geometry.BlockSize);
                for (int group = 0; group < geometry.Groups; group++)
                {
                    geometry.CylindersOf(group).Should().BePositive();
                    geometry.TablesOf(group).End.Should().BeLessThanOrEqualTo(geometry.BaseOf(group) + geometry.FragmentsOf(group));
                }
            },
            iter: 2000);
    }

    private static UfsGeometry Made(NewfsResult result) => result.Should().BeOfType<NewfsResult.Made>().Subject.Geometry;
}
