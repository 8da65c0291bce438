using ManifestLinker.Runtime.Tests.EndToEnd.Platforms;
using ManifestLinker.Testing;

namespace ManifestLinker.Runtime.Tests.EndToEnd;

/// <summary>What is no image, or was one, is answered with a clear word and never with the insides of the program.</summary>
public class BrokenImageTests(LinkedPlatform linked) : IClassFixture<LinkedPlatform>
{
    [Theory]
    [InlineData("empty", 0)]
    [InlineData("short", 100)]
    [InlineData("no superblock", 8192)]
    [InlineData("half a superblock", 9000)]
    [InlineData("cut in the middle", 200_000)]
    public void A_boot_archive_cut_short(string name, int length)
    {
        using TemporaryFolder here = new();
        here.Write("image", Head(linked.Archive, length));

        Refuses(here, name, "image");
    }

    [Fact]
    public void A_compressed_image_cut_short_or_damaged()
    {
        using TemporaryFolder here = new();
        byte[] usr = Mlc.Run("/", "cat", linked.Archive, "usr.lgz").Exits(0).Bytes;
        here.Write("cut.lgz", usr[..(usr.Length / 2)]);
        usr.AsSpan(usr.Length / 2, 16).Fill(0x5a);
        here.Write("damaged.lgz", usr);

        Refuses(here, "cut", "cut.lgz");
        Says(Mlc.Run(here.Path, "verify", "damaged.lgz"), "damaged");
    }

    [Fact]
    public void A_package_cut_short_or_damaged()
    {
        using TemporaryFolder here = new();
        byte[] package = File.ReadAllBytes(linked.Packed);
        here.Write("cut.tgz", package[..(package.Length / 2)]);
        package.AsSpan(package.Length / 2, 16).Fill(0x5a);
        here.Write("damaged.tgz", package);

        Refuses(here, "cut", "cut.tgz");
        Refuses(here, "damaged", "damaged.tgz");
    }

    [Fact]
    public void A_platform_without_its_archive()
    {
        using TemporaryFolder here = new();
        here.Write("platform/i86pc/amd64/boot_archive.hash", "0\n");
        here.Write("platform/i86pc/kernel/amd64/unix", "");
        here.Write("platform/i86pc/amd64/boot_archive", "");

        Says(Mlc.Run(here.Path, "verify", "platform"), "no archive");
    }

    [Fact]
    public void Something_else_altogether()
    {
        using TemporaryFolder here = new();
        here.Write("text", "hello\n");
        here.Write("page", new byte[1 << 20]);

        Refuses(here, "text", "text");
        Refuses(here, "zeros", "page");
        Mlc.Run(here.Path, "ls", "text").Errors.Should().Be("mlc: text is no UFS image, boot archive, compressed image, archive of a platform, or ISO, FAT or disk image\n");
        Mlc.Run(here.Path, "verify", "absent").Exits(3).Errors.Should().Be("mlc: absent: no such file or directory\n");
    }

    /// <summary>No command can do its work, and none leaves anything behind.</summary>
    private static void Refuses(TemporaryFolder here, string name, string image)
    {
        string[] before = here.Listing();
        foreach (string[] command in new[] { new[] { "ls", image }, ["verify", image], ["diff", image, image], ["audit", image], ["extract", image, "-o", "out"] }) Says(Mlc.Run(here.Path, command), name);
        here.Listing().Should().Equal(before, name);
    }

    private static void Says(Outcome outcome, string name)
    {
        outcome.Status.Should().BeOneOf([1, 3], name);
        outcome.Said.Should().NotContainAny("Exception", "   at ", "System.", "Unhandled", "internal error");
        (outcome.Output + outcome.Errors).Trim().Should().NotBeEmpty(name);
    }

    private static byte[] Head(string file, int length)
    {
        byte[] head = new byte[length];
        using FileStream stream = File.OpenRead(file);
        stream.ReadExactly(head);
        return head;
    }
}
