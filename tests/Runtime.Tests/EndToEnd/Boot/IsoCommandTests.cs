using FluentAssertions;
using ManifestLinker.Testing;
using Xunit;

namespace ManifestLinker.Runtime.Tests.EndToEnd.Boot;

/// <summary><c>mlc iso</c> by its outputs, as others read them.</summary>
public sealed class IsoCommandTests : IDisposable
{
    private const string Image = "output-iso/" + BootWorkspace.Platform + ".iso";

    private readonly TemporaryFolder folder = new();

    public IsoCommandTests() => BootWorkspace.Write(folder);

    public void Dispose() => folder.Dispose();

    private Outcome Iso(params string[] more) => Mlc.Run(folder.Path, ["iso", "out", "--boot", "proto.boot", .. more]);

    [Fact]
    public void It_says_what_it_has_made()
    {
        Iso("--console", "ttya", "-V", "RESCUE").Exits(0).Output.Should().MatchRegex(@"^made output-iso/platform-20260102T030405Z\.iso: 2[0-9]{2}\.[0-9] MiB, volume RESCUE, console ttya\n$");
        folder.Listing("output-iso").Should().Equal(BootWorkspace.Platform + ".iso");
    }

    [FactNeeding("xorriso")]
    public void Xorriso_finds_every_object_with_owner_and_mode_and_both_ways_to_start()
    {
        Iso().Exits(0);
        string said = ForeignTool.RunIn(folder.Path, "xorriso", "-indev", Image, "-find", "/", "-exec", "lsdl", "--", "-report_el_torito", "plain").Output;
        said.Split('\n').Where(line => line.Contains('\'')).Select(line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries))).Should().Equal(
            "drwxr-xr-x 1 0 0 0 Jan 2 2026 '/'",
            "drwxr-xr-x 1 0 0 0 Jan 2 2026 '/boot'",
            "-rw-r--r-- 1 0 0 1200 Jan 2 2026 '/boot/cdboot'",
            "drwxr-xr-x 1 0 0 0 Jan 2 2026 '/boot/defaults'",
            "-rw-r--r-- 1 0 0 12 Jan 2 2026 '/boot/defaults/loader.conf'",
            "-rw-r--r-- 1 0 0 268435456 Jan 2 2026 '/boot/efiboot.img'",
            "drwxr-xr-x 1 0 0 0 Jan 2 2026 '/boot/forth'",
            "-rw-r--r-- 1 0 0 14 Jan 2 2026 '/boot/forth/brand-smartos.4th'",
            "-rw-r--r-- 1 0 0 70000 Jan 2 2026 '/boot/gptzfsboot'",
            "-rw-r--r-- 1 0 0 70001 Jan 2 2026 '/boot/loader'",
            "-rw-r--r-- 1 0 0 291 Jan 2 2026 '/boot/loader.conf'",
            "-rw-r--r-- 1 0 0 40000 Jan 2 2026 '/boot/loader64.efi'",
            "-rw-r--r-- 1 0 0 512 Jan 2 2026 '/boot/pmbr'",
            "drwxr-xr-x 1 0 0 0 Jan 2 2026 '/etc'",
            "drwxr-xr-x 1 0 0 0 Jan 2 2026 '/etc/version'",
            "-rw-r--r-- 1 0 0 17 Jan 2 2026 '/etc/version/boot'",
            "drwxr-xr-x 1 0 0 0 Jan 2 2026 '/platform'",
            "drwxr-xr-x 1 0 0 0 Jan 2 2026 '/platform/etc'",
            "drwxr-xr-x 1 0 0 0 Jan 2 2026 '/platform/etc/version'",
            "-rw-r--r-- 1 0 0 17 Jan 2 2026 '/platform/etc/version/platform'",
            "drwxr-xr-x 1 0 0 0 Jan 2 2026 '/platform/i86pc'",
            "drwxr-xr-x 1 0 0 0 Jan 2 2026 '/platform/i86pc/amd64'",
            "-rw-r--r-- 1 0 0 3000000 Jan 2 2026 '/platform/i86pc/amd64/boot_archive'",
            "-rw-r--r-- 1 0 0 41 Jan 2 2026 '/platform/i86pc/amd64/boot_archive.hash'",
            "drwxr-xr-x 1 0 0 0 Jan 2 2026 '/platform/i86pc/kernel'",
            "drwxr-xr-x 1 0 0 0 Jan 2 2026 '/platform/i86pc/kernel/amd64'",
            "-rw-r--r-- 1 0 0 10000 Jan 2 2026 '/platform/i86pc/kernel/amd64/unix'");
        said.Should().MatchRegex("El Torito boot img : +1 +BIOS +y +none +0x0000 +0x00 +4 ").And.MatchRegex("El Torito boot img : +2 +UEFI +y +none +0x0000 +0x00 +0 ")
            .And.MatchRegex("El Torito img path : +1 +/boot/cdboot\n").And.MatchRegex("El Torito img opts : +1 +boot-info-table\n").And.MatchRegex("El Torito img path : +2 +/boot/efiboot.img\n");
    }

    [FactNeeding("bsdtar")]
    public void Bsdtar_unpacks_what_went_in()
    {
        Iso().Exits(0);
        Directory.CreateDirectory(folder.At("unpacked"));
        ForeignTool.RunIn(folder.Path, "bsdtar", "-C", "unpacked", "-xf", Image);
        foreach (string file in new[] { "loader", "loader64.efi", "pmbr", "gptzfsboot", "defaults/loader.conf", "forth/brand-smartos.4th" })
            File.ReadAllBytes(folder.At($"unpacked/boot/{file}")).Should().Equal(File.ReadAllBytes(folder.At($"proto.boot/boot/{file}")), file);
        foreach (string file in new[] { BootWorkspace.BootArchive, "i86pc/kernel/amd64/unix", "etc/version/platform" })
            File.ReadAllBytes(folder.At($"unpacked/platform/{file}")).Should().Equal(File.ReadAllBytes(folder.At($"out/{BootWorkspace.Platform}/{file}")), file);
        File.ReadAllText(folder.At("unpacked/boot/loader.conf")).Should().StartWith("console=\"text,ttya,");
    }

    [FactNeeding("isoinfo")]
    public void Cdboot_finds_the_loader_by_a_name_in_capitals()
    {
        Iso().Exits(0);
        ForeignTool.RunIn(folder.Path, "isoinfo", "-i", Image, "-x", "/BOOT/LOADER.;1").Bytes.Should().Equal(BootWorkspace.Loader);
    }

    [FactNeeding("fsck.fat", "mcopy", "bsdtar")]
    public void The_efi_system_partition_holds_the_loader()
    {
        Iso().Exits(0);
        ForeignTool.RunIn(folder.Path, "bsdtar", "-xf", Image, "boot/efiboot.img");
        ForeignTool.Run("fsck.fat", "-n", folder.At("boot/efiboot.img")).Exits(0);
        ForeignTool.RunIn(folder.Path, "mcopy", "-i", "boot/efiboot.img", "::efi/boot/bootx64.efi", "out.efi");
        File.ReadAllBytes(folder.At("out.efi")).Should().Equal(File.ReadAllBytes(folder.At("proto.boot/boot/loader64.efi")));
    }

    [FactNeeding("tar")]
    public void Archives_give_the_same_image_as_directories_and_one_thread_the_same_as_two()
    {
        Iso("-o", "a.iso", "--jobs", "2").Exits(0);
        ForeignTool.RunIn(folder.Path, "tar", "-C", "out", "--owner=7", "-czf", $"out/{BootWorkspace.Platform}.tgz", BootWorkspace.Platform);
        ForeignTool.RunIn(folder.Path, "tar", "-C", "proto.boot", "--owner=7", "-czf", $"out/boot-{BootWorkspace.Stamp}.tgz", ".");
        // The boot tarball beside the platform needs no option.
        Mlc.Run(folder.Path, "iso", $"out/{BootWorkspace.Platform}.tgz", "-o", "b.iso", "--jobs", "1").Exits(0);
        Same("a.iso", "b.iso");
    }

    [Fact]
    public void Neither_umask_nor_clock_show_and_an_image_that_is_there_is_replaced()
    {
        folder.Write("a.iso", "the one before");
        (Mlc.In(folder.Path, "iso", "out", "--boot", "proto.boot", "-o", "a.iso").WithUmask("077")).Run().Exits(0);
        Iso("-o", "b.iso").Exits(0);
        Same("a.iso", "b.iso");
        File.GetUnixFileMode(folder.At("a.iso")).Should().Be((UnixFileMode)0b110_100_100);
        File.GetLastWriteTimeUtc(folder.At("a.iso")).Should().Be(DateTimeOffset.FromUnixTimeSeconds(BootWorkspace.Time).UtcDateTime);
        folder.Listing().Should().NotContain(name => name.Contains("partial") || name.Contains("previous"));
    }

    [FactNeeding("xorriso")]
    public void The_source_date_counts_in_place_of_the_stamp()
    {
        Mlc.In(folder.Path, "iso", "out", "--boot", "proto.boot", "-o", "a.iso").With("SOURCE_DATE_EPOCH", "0").Run().Exits(0);
        ForeignTool.RunIn(folder.Path, "xorriso", "-indev", "a.iso", "-find", "/", "-exec", "lsdl", "--").Output.Should().NotContain(" 2026 ").And.Contain("Jan  1  1970 '/boot/loader'");
    }

    [Fact]
    public void The_workspace_says_what_nobody_gives()
    {
        folder.Write("mlc.toml", "[media]\nconsole = \"ttyb\"\nlabel = \"FROM_FILE\"\nboot = \"proto.boot\"\n");
        Mlc.Run(folder.Path, "iso", "out").Exits(0).Output.Should().EndWith("volume FROM_FILE, console ttyb\n");
        Mlc.Run(folder.Path, "iso", "out", "--console", "ttyc", "-V", "GIVEN").Exits(0).Output.Should().EndWith("volume GIVEN, console ttyc\n");
        folder.Write("mlc.toml", "[media]\nconsole = \"ttyz\"\n");
        Mlc.Run(folder.Path, "iso", "out").Exits(2).Errors.Should().Contain("there is no value of 'console' 'ttyz'");
    }

    [Fact]
    public void What_would_not_start_is_a_finding_and_nothing_is_written()
    {
        File.Delete(folder.At("proto.boot/boot/cdboot"));
        File.Delete(folder.At("proto.boot/boot/loader64.efi"));
        folder.Write("proto.boot/boot/loader", new byte[(512 * 1024) + 3]);
        Outcome outcome = Iso().Exits(1);
        outcome.Output.Should().Contain("MLC4022")
            .And.Contain("proto.boot: 'boot/cdboot' is missing: nothing starts the image on a BIOS")
            .And.Contain("proto.boot: 'boot/loader64.efi' is missing: nothing starts the medium by UEFI")
            .And.Contain("proto.boot: 'boot/loader' has 524291 bytes, 3 more than cdboot reads");
        Directory.Exists(folder.At("output-iso")).Should().BeFalse();
        File.Copy(folder.At("proto.boot/boot/pmbr"), folder.At("first"));
        Iso("--format", "json", "--cdboot", "first").Exits(1).Output.Should().Contain("MLC4022").And.NotContain("cdboot' is missing");
    }

    [Fact]
    public void A_label_that_no_volume_can_have_is_a_finding() =>
        Iso("-V", "small letters").Exits(1).Output.Should().Contain("MLC4021").And.Contain("the ISO image cannot be made: the label 'small letters' is not 1 to 32 capital letters, digits and underscores");

    [Fact]
    public void What_cannot_be_read_is_told_in_a_line()
    {
        Mlc.Run(folder.Path, "iso", "out").Exits(2).Errors.Should().Be("mlc: nothing is known that starts the medium\n  help: name the boot tarball or directory with --boot, or as boot under [media] in mlc.toml\n");
        Mlc.Run(folder.Path, "iso", "proto.boot", "--boot", "proto.boot").Exits(3).Errors.Should().Be("mlc: proto.boot holds no platform: there is no i86pc/amd64/boot_archive in it\n");
        Mlc.Run(folder.Path, "iso", "nowhere", "--boot", "proto.boot").Exits(3).Errors.Should().Be("mlc: nowhere: no such file or directory\n");
        Iso("--console", "vga").Exits(2).Errors.Should().Contain("vga");
        Iso("--cdboot", "nowhere").Exits(3).Errors.Should().Be("mlc: nowhere: no such file or directory\n");
        Iso("-o", "out").Exits(3).Errors.Should().Be("mlc: ./out is a directory, so it is not replaced by a file; name another file\n");
        folder.Write($"out/{BootWorkspace.Platform}/etc/version/platform", "some day");
        Iso().Exits(3).Errors.Should().Be("mlc: out/platform-latest does not say when it was made: its etc/version/platform holds no build stamp\n");
    }

    private void Same(string one, string other) => ForeignTool.RunIn(folder.Path, "cmp", one, other);
}
