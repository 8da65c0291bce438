using FluentAssertions;
using ManifestLinker.Testing;
using Xunit;

namespace ManifestLinker.Runtime.Tests.EndToEnd.Boot;

/// <summary><c>mlc images</c> by its outputs, as others read them.</summary>
public sealed class ImagesCommandTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public ImagesCommandTests() => BootWorkspace.Write(folder);

    public void Dispose() => folder.Dispose();

    [FactNeeding("tar", "bsdtar")]
    public void The_archive_holds_three_images_and_their_maps_by_bare_names()
    {
        Mlc.Run(folder.Path, "images", "--boot", "proto.boot").Exits(0).Output.Should().Be("made output/images-20260102T030405Z.tgz: 4gb.img, 8gb.img, 16gb.img\n");
        string archive = $"output/images-{BootWorkspace.Stamp}.tgz";
        string[] expected =
        [
            "-rw-r--r-- 16000000000 2026-01-02 03:04 16gb.img", "-rw-r--r-- 16gb.partition.map",
            "-rw-r--r-- 4000000000 2026-01-02 03:04 4gb.img", "-rw-r--r-- 4gb.partition.map",
            "-rw-r--r-- 8000000000 2026-01-02 03:04 8gb.img", "-rw-r--r-- 8gb.partition.map",
        ];
        string[] lines = ForeignTool.RunIn(folder.Path, "tar", "--numeric-owner", "-tvzf", archive).Lines;
        lines.Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Should().OnlyContain(word => word[1] == "0/0");
        lines.Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Select(word => word[^1].EndsWith(".img") ? $"{word[0]} {word[2]} {word[3]} {word[4]} {word[^1]}" : $"{word[0]} {word[^1]}").Should().Equal(expected);
        ForeignTool.RunIn(folder.Path, "bsdtar", "-tf", archive).Lines.Should().Equal("16gb.img", "16gb.partition.map", "4gb.img", "4gb.partition.map", "8gb.img", "8gb.partition.map");
        new FileInfo(folder.At(archive)).Length.Should().BeLessThan(4_000_000);
        foreach ((string name, string root) in new[] { ("4", "3720347648\nreserved 11 3991594496"), ("8", "7720665088\nreserved 11 7991594496"), ("16", "15720251392\nreserved 11 15991594496") })
        {
            ForeignTool.RunIn(folder.Path, "tar", "-xOzf", archive, $"{name}gb.partition.map").Output.Should().StartWith($"loader 12 1048576 268435456\nboot 1 269484032 1048576\nroot 2 270532608 {root} ");
        }
    }

    [FactNeeding("tar", "sgdisk", "cmp")]
    public void One_of_them_by_itself_is_the_one_of_the_archive()
    {
        Mlc.Run(folder.Path, "images", "--boot", "proto.boot").Exits(0);
        Mlc.Run(folder.Path, "images", "--boot", "proto.boot", "--proforma", "4").Exits(0).Output.Should().Be("made proto.images/4gb.img: 4000000000 bytes\n");
        folder.Listing("proto.images").Should().Equal("4gb.img", "4gb.partition.map");
        ForeignTool.RunIn(folder.Path, "tar", "-xzf", $"output/images-{BootWorkspace.Stamp}.tgz", "4gb.img", "4gb.partition.map");
        ForeignTool.RunIn(folder.Path, "cmp", "4gb.partition.map", "proto.images/4gb.partition.map");
        // Both file systems begin there, and the rest is empty but for the second partition table.
        ForeignTool.RunIn(folder.Path, "cmp", "-n", "300000000", "4gb.img", "proto.images/4gb.img");
        ForeignTool.RunIn(folder.Path, "cmp", "-i", "3991000000", "4gb.img", "proto.images/4gb.img");
        ForeignTool.RunIn(folder.Path, "sgdisk", "-v", "4gb.img").Output.Should().Contain("No problems found.");
    }

    [FactNeeding("tar")]
    public void The_archive_has_the_version_that_the_boot_tarball_has_and_the_same_bytes_from_one_thread_and_two()
    {
        string boot = $"boot-release-1-{BootWorkspace.Stamp}.tgz";
        ForeignTool.RunIn(folder.Path, "tar", "-C", "proto.boot", "-czf", boot, ".");
        Mlc.Run(folder.Path, "images", "--boot", boot, "--jobs", "1").Exits(0);
        Mlc.Run(folder.Path, "images", "--boot", "proto.boot", "-o", "other.tgz", "--jobs", "2").Exits(0);
        ForeignTool.RunIn(folder.Path, "cmp", $"output/images-release-1-{BootWorkspace.Stamp}.tgz", "other.tgz");
    }

    [Fact]
    public void What_cannot_be_is_told()
    {
        Mlc.Run(folder.Path, "images").Exits(2).Errors.Should().StartWith("mlc: nothing is known that starts the medium\n");
        Mlc.Run(folder.Path, "images", "--boot", "proto.boot", "--proforma", "small").Exits(2).Errors.Should().StartWith("mlc: --proforma small: no size of a medium\n");
        Mlc.Run(folder.Path, "images", "--boot", "proto.boot", "--proforma", "304mb").Exits(1).Output.Should().Contain("MLC4020");
        File.Delete(folder.At("proto.boot/etc/version/boot"));
        Mlc.Run(folder.Path, "images", "--boot", "proto.boot").Exits(3).Errors.Should().Be("mlc: proto.boot does not say when it was made: its etc/version/boot holds no build stamp\n");
    }
}
