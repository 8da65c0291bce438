using ManifestLinker.Runtime.Tests.EndToEnd.Platforms;
using ManifestLinker.Testing;

namespace ManifestLinker.Runtime.Tests.EndToEnd;

/// <summary>Media are looked into as platforms are: what they start is shown, and the medium itself with --raw.</summary>
public class MediaTests(LinkedPlatform linked) : IClassFixture<LinkedPlatform>
{
    [Theory]
    [InlineData("usb")]
    [InlineData("iso")]
    [InlineData("fat")]
    public void The_platform_in_a_medium_looks_as_it_does_by_itself(string kind)
    {
        using TemporaryFolder here = new();
        string image = Written(here, kind);

        Look("ls", "-lR", image).Output.Should().Be(Look("ls", "-lR", linked.Platform).Output);
        Look("cat", image, "usr/lib/libc.so.1").Bytes.Should().Equal(File.ReadAllBytes(linked.Folder + "/proto/usr/lib/libc.so.1"));
        Look("verify", image, "--spec", linked.Spec).Output.Should().Be("no findings\n");
        Look("diff", linked.Platform, image).Output.Should().Be(Look("diff", linked.Platform, linked.Packed).Output);
        Look("audit", image, "--fail-on", "never").Lines.Select(Finding).Should().Equal(Look("audit", linked.Platform, "--fail-on", "never").Lines.Select(Finding));
        Look("ls", "--raw", image).Lines.Should().StartWith(kind == "usb" ? [".slices", "boot", "platform"] : ["boot", "platform"]);
        Look("cat", "--raw", image, "boot/loader.conf").Output.Should().Be("console=\"text\"\n");
        Look("cat", "--raw", image, "platform/i86pc/amd64/boot_archive").Bytes.Should().Equal(File.ReadAllBytes(linked.Archive));

        // The medium is named where a finding has no other place.
        string Finding(string line) => line.Replace(image, "IMAGE", StringComparison.Ordinal).Replace(linked.Platform, "IMAGE", StringComparison.Ordinal);
    }

    [Fact]
    public void Media_can_be_compared_with_each_other()
    {
        using TemporaryFolder here = new();
        string usb = Written(here, "usb"), iso = Written(here, "iso");

        Look("diff", usb, iso).Output.Should().Be(Look("diff", linked.Platform, linked.Packed).Output);
        Mlc.Run("/", "diff", "--raw", "--no-owners", usb, iso).Output.Should().Contain(".slices").And.NotContain("loader.conf");
    }

    [Fact]
    public void The_other_slices_of_a_disk_are_beside_its_files()
    {
        using TemporaryFolder here = new();
        string usb = Written(here, "usb");

        Look("ls", "--raw", "-R", usb, ".slices").Lines.Should().Equal(
            ".slices", ".slices/boot", ".slices/loader", ".slices/loader/efi", ".slices/loader/efi/boot", ".slices/loader/efi/boot/bootx64.efi", ".slices/reserved");
        Look("cat", "--raw", usb, ".slices/loader/efi/boot/bootx64.efi").Output.Should().Be("the loader");
        byte[] boot = Look("cat", "--raw", usb, ".slices/boot").Bytes;
        boot.Should().HaveCount(1 << 20);
        BitConverter.ToInt64(boot, 24).Should().Be(528_384, "it knows where the root is");
        Look("ls", usb, "etc/motd").Output.Should().Be("motd\n");
    }

    [FactNeeding("gzip")]
    public void A_packed_medium_looks_the_same()
    {
        using TemporaryFolder here = new();
        string usb = Written(here, "usb");
        string before = Look("ls", "-lR", usb).Output;
        ForeignTool.Run("gzip", "-1", usb).Exits(0);

        Look("ls", "-lR", usb + ".gz").Output.Should().Be(before);
        Look("verify", usb + ".gz", "--spec", linked.Spec).Output.Should().Be("no findings\n");
    }

    [Theory]
    [InlineData("usb", 512 + 60, "MLC9020", "smartos.usb: byte 512: the first partition table has another checksum than its bytes")]
    [InlineData("usb", 270_532_608 + 1000, "MLC9019", "the slice 'root' of smartos.usb: byte 1000: the number of free clusters is ")]
    [InlineData("usb", 1_048_576 + 1000, "MLC9019", "the slice 'loader' of smartos.usb: byte 1000: the number of free clusters is ")]
    [InlineData("fat", 1000, "MLC9019", "fat.img: byte 1000: the number of free clusters is ")]
    [InlineData("iso", 32_768 + 80, "MLC9021", "smartos.iso: byte 32848: the number of blocks is different in its two byte orders")]
    public void Damage_of_a_medium_is_a_finding_and_hides_nothing(string kind, long at, string rule, string problem)
    {
        using TemporaryFolder here = new();
        string image = Written(here, kind);
        using (FileStream file = File.Open(image, FileMode.Open))
        {
            file.Position = at;
            int was = file.ReadByte();
            file.Position = at;
            file.WriteByte((byte)(was ^ 1));
        }

        Outcome verified = Mlc.Run("/", "verify", image, "--format", "concise").Exits(1);
        verified.Lines.Should().ContainSingle(line => line.Contains(rule, StringComparison.Ordinal) && line.Contains(problem, StringComparison.Ordinal));
        Mlc.Run("/", "ls", image, "etc/motd").Exits(0).Output.Should().Be("motd\n");
    }

    [Fact]
    public void A_disk_that_is_read_by_its_second_table_says_so()
    {
        using TemporaryFolder here = new();
        string usb = Written(here, "usb");
        using (FileStream file = File.Open(usb, FileMode.Open))
        {
            file.Position = 512;
            file.Write(new byte[512]);
        }

        Outcome listed = Mlc.Run("/", "ls", usb, "etc/motd").Exits(0);
        listed.Output.Should().Be("motd\n");
        listed.Errors.Should().Be("mlc: smartos.usb: the first partition table does not begin with 'EFI PART'; the one at the end of the disk is used\n");
    }

    [Fact]
    public void A_medium_cut_short_is_refused()
    {
        using TemporaryFolder here = new();
        string usb = Written(here, "usb");
        using (FileStream file = File.Open(usb, FileMode.Open)) file.SetLength(300 << 20);

        Mlc.Run("/", "ls", usb).Exits(3).Errors.Should().Be("mlc: the partition 3 'root' has the sectors 528384 to *\n".Replace("*", "763903, of 614400", StringComparison.Ordinal));
    }

    private string Written(TemporaryFolder here, string kind) => kind switch
    {
        "usb" => WrittenMedium.Usb(here, linked.Platform),
        "iso" => WrittenMedium.Iso(here, linked.Platform),
        _ => WrittenMedium.FatOnly(here, linked.Platform),
    };

    private static Outcome Look(params string[] arguments)
    {
        Outcome outcome = Mlc.Run("/", arguments).Exits(0);
        outcome.Errors.Should().BeEmpty();
        return outcome;
    }
}
