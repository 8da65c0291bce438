using System.Security.Cryptography;
using System.Text.Json;
using ManifestLinker.Runtime.Tests.EndToEnd.Platforms;
using ManifestLinker.Testing;

namespace ManifestLinker.Runtime.Tests.EndToEnd;

/// <summary>What a link leaves behind, as the boot loader, a shell script and GNU tar see it.</summary>
public class LinkedPlatformTests(LinkedPlatform linked) : IClassFixture<LinkedPlatform>
{
    private static readonly string[] Parts =
    [
        "etc", "etc/version", "etc/version/platform",
        "i86pc", "i86pc/amd64", "i86pc/amd64/boot_archive", "i86pc/amd64/boot_archive.gitstatus", "i86pc/amd64/boot_archive.hash", "i86pc/amd64/boot_archive.manifest",
        "i86pc/kernel", "i86pc/kernel/amd64", "i86pc/kernel/amd64/unix",
    ];

    [Fact]
    public void Is_complete_and_named_after_the_stamp()
    {
        string[] expected =
        [
            "buildstamp", "gitstatus.json", "platform-latest", "platform-latest.tgz", SmallPlatform.Name, SmallPlatform.Name + ".log", SmallPlatform.Name + ".spec", SmallPlatform.Name + ".tgz",
            SmallPlatform.Name + ".inputs.json", SmallPlatform.Name + ".spdx.json",
            .. Parts.Select(part => $"{SmallPlatform.Name}/{part}"),
        ];

        Walk.Below(linked.Folder + "/out").Should().BeEquivalentTo(expected);
    }

    [Fact]
    public void The_stamp_is_in_its_files()
    {
        File.ReadAllText(linked.Folder + "/out/buildstamp").Should().Be(SmallPlatform.Stamp + "\n");
        File.ReadAllText(linked.Platform + "/etc/version/platform").Should().Be(SmallPlatform.Stamp + "\n");
    }

    [Fact]
    public void The_links_to_the_latest_are_relative()
    {
        new FileInfo(linked.Folder + "/out/platform-latest").LinkTarget.Should().Be(SmallPlatform.Name);
        new FileInfo(linked.Folder + "/out/platform-latest.tgz").LinkTarget.Should().Be(SmallPlatform.Name + ".tgz");
    }

    [Fact]
    public void The_hash_is_the_SHA_1_of_the_archive_and_41_bytes_long()
    {
        string hash = File.ReadAllText(linked.Archive + ".hash");

        hash.Should().HaveLength(41).And.EndWith("\n");
        hash.Should().Be(Convert.ToHexStringLower(Sha1(linked.Archive)) + "\n");
        linked.Linking.Output.Should().Contain(hash.TrimEnd());
    }

    [Fact]
    public void The_kernel_beside_the_archive_is_the_one_within()
    {
        File.ReadAllText(linked.Platform + "/i86pc/kernel/amd64/unix").Should().Be("the kernel\n");
        Look("cat", linked.Archive, "platform/i86pc/kernel/amd64/unix").Output.Should().Be("the kernel\n");
    }

    [Fact]
    public void Everything_written_has_the_time_of_the_stamp()
    {
        DateTime stamp = DateTimeOffset.FromUnixTimeSeconds(SmallPlatform.Time).UtcDateTime;

        foreach (string entry in Walk.Below(linked.Folder + "/out").Where(name => !name.StartsWith("platform-latest", StringComparison.Ordinal)))
            File.GetLastWriteTimeUtc($"{linked.Folder}/out/{entry}").Should().Be(stamp, entry);
    }

    [FactNeeding("tar")]
    public void The_packed_platform_unpacks_to_the_same_files()
    {
        using TemporaryFolder here = new();

        string[] names = ForeignTool.RunIn(here.Path, "tar", "tzf", linked.Packed).Lines;
        ForeignTool.RunIn(here.Path, "tar", "xzpf", linked.Packed);

        names.Should().Equal([SmallPlatform.Name + "/", .. Parts.Select(part => Directory.Exists($"{linked.Platform}/{part}") ? $"{SmallPlatform.Name}/{part}/" : $"{SmallPlatform.Name}/{part}")]);
        foreach (string part in Parts)
        {
            string there = $"{linked.Platform}/{part}", unpacked = here.At($"{SmallPlatform.Name}/{part}");
            File.GetUnixFileMode(unpacked).Should().Be(File.GetUnixFileMode(there), part);
            File.GetLastWriteTimeUtc(unpacked).Should().Be(File.GetLastWriteTimeUtc(there), part);
            if (File.Exists(there)) Sha1(unpacked).Should().Equal(Sha1(there), part);
        }
    }

    [FactNeeding("tar")]
    public void The_packed_platform_names_no_user_of_this_machine()
    {
        foreach (string line in ForeignTool.RunIn("/", "tar", "tvzf", linked.Packed, "--numeric-owner").Lines)
            line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1].Should().Be("0/0");
    }

    [FactNeeding("gzip")]
    public void The_gzip_header_has_neither_name_nor_time()
    {
        byte[] header = new byte[10];
        using (FileStream packed = File.OpenRead(linked.Packed)) packed.ReadExactly(header);

        header[..8].Should().Equal(0x1f, 0x8b, 8, 0, 0, 0, 0, 0);
        ForeignTool.RunIn("/", "gzip", "-t", linked.Packed);
    }

    [FactNeeding("md5sum")]
    public void The_MD5_list_holds_on_the_unpacked_image()
    {
        using TemporaryFolder here = new();
        Look("extract", linked.Platform, "-o", here.At("image"));

        string[] checkedFiles = ForeignTool.RunIn(here.At("image"), "md5sum", "--strict", "-c", linked.Archive + ".manifest").Lines;

        checkedFiles.Should().Equal(
            "./etc/empty: OK", "./etc/motd: OK", "./etc/release: OK", "./etc/shadow: OK", "./platform/i86pc/kernel/amd64/unix: OK",
            "./usr/bin/[: OK", "./usr/bin/ls: OK", "./usr/bin/su: OK", "./usr/bin/test: OK", "./usr/lib/libc.so.1: OK", "./var/adm/wtmpx: OK", "./var/log/syslog: OK");
        File.ReadAllText(here.At("image/usr/share/smartos/manifest")).Should().Be(File.ReadAllText(linked.Archive + ".manifest"));
    }

    [Fact]
    public void The_unpacked_image_is_the_proto_area_with_the_overlay_over_it()
    {
        using TemporaryFolder here = new();
        Look("extract", linked.Platform, "-o", here.At("image"));

        File.ReadAllText(here.At("image/etc/motd")).Should().Be("the one of the overlay\n");
        File.ReadAllText(here.At("image/etc/libc")).Should().Be(File.ReadAllText(linked.Folder + "/proto/usr/lib/libc.so.1"));
        new FileInfo(here.At("image/etc/libc")).LinkTarget.Should().Be("../usr/lib/libc.so");
        new FileInfo(here.At("image/etc/empty")).Length.Should().Be(0);
        Mode(here.At("image/tmp")).Should().Be("1777");
        Mode(here.At("image/usr/bin/ls")).Should().Be("0555");
        Mode(here.At("image/usr/bin/su")).Should().Be("0555", "set-id bits with another owner would be a hole");
    }

    [FactNeeding("stat")]
    public void Hard_links_stay_one_file_when_unpacked()
    {
        using TemporaryFolder here = new();
        Look("extract", linked.Archive, "-o", here.At("image"));

        string[] inodes = ForeignTool.RunIn(here.At("image/usr/bin"), "stat", "-c", "%i %h", "ls", "test", "[").Lines;

        inodes.Should().HaveCount(3).And.OnlyContain(inode => inode == inodes[0]);
        inodes[0].Should().EndWith(" 3");
    }

    [Fact]
    public void Modes_owners_and_link_counts_are_in_the_image()
    {
        string listing = Look("ls", "-l", linked.Platform, "usr/bin").Output;

        listing.Should().Be("""
            -r-xr-xr-x   3     0     2 15 2026-01-02T03:04:05Z [
            -r-xr-xr-x   3     0     2 15 2026-01-02T03:04:05Z ls
            -r-sr-xr-x   1     0     3 15 2026-01-02T03:04:05Z su
            -r-xr-xr-x   3     0     2 15 2026-01-02T03:04:05Z test

            """);
        Look("ls", "-l", linked.Platform).Output.Should().Contain("drwxrwxrwt   2     0     3").And.MatchRegex("-rw-------   1     0     0 +[0-9]+ 2026-01-02T03:04:05Z usr.lgz");
    }

    [Fact]
    public void Underfiles_are_in_the_root_image_under_the_compressed_one()
    {
        string[] raw = Look("ls", "--raw", "-R", linked.Archive, "usr").Lines;

        raw.Should().Equal("usr", "usr/bin", "usr/bin/[", "usr/bin/ls", "usr/bin/sh", "usr/lib", "usr/lib/libc.so");
        string listing = Look("ls", "--raw", "-l", linked.Archive, "usr/bin").Output;
        listing.Should().Contain(" sh -> i86/ksh93\n").And.MatchRegex(@"-r-xr-xr-x +1 .* \[\n", "tar of the leaves makes it a file of its own");
        Look("cat", "--raw", linked.Archive, "usr/bin/[").Output.Should().Be("the command ls\n");
    }

    public static TheoryData<string> Forms() => new("", "/i86pc/amd64/boot_archive", ".tgz");

    [Theory]
    [MemberData(nameof(Forms))]
    public void Looks_the_same_in_every_form(string form)
    {
        string image = linked.Platform + form;

        Look("ls", "-lR", image).Output.Should().Be(Look("ls", "-lR", linked.Folder + "/out/platform-latest").Output);
        Look("cat", image, "etc/libc").Bytes.Should().Equal(File.ReadAllBytes(linked.Folder + "/proto/usr/lib/libc.so.1"));
        Look("verify", image, "--spec", linked.Spec).Output.Should().Be("no findings\n");
    }

    [FactNeeding("genisoimage")]
    public void Looks_the_same_on_an_ISO_image()
    {
        using TemporaryFolder here = new();
        string image = here.At("media.iso");
        here.Write("boot/loader.conf", "console=\"text\"\n");
        ForeignTool.Run("genisoimage", "-quiet", "-R", "-graft-points", "-o", image, $"/platform={linked.Platform}", $"/boot={here.At("boot")}").Exits(0);

        Look("ls", "-lR", image).Output.Should().Be(Look("ls", "-lR", linked.Platform).Output);
        Look("cat", image, "usr/lib/libc.so.1").Bytes.Should().Equal(File.ReadAllBytes(linked.Folder + "/proto/usr/lib/libc.so.1"));
        Look("verify", image, "--spec", linked.Spec).Output.Should().Be("no findings\n");
        Look("ls", "--raw", image).Output.Should().Be("boot\nplatform\n");
        Look("cat", "--raw", image, "boot/loader.conf").Output.Should().Be("console=\"text\"\n");
        Look("cat", "--raw", image, "platform/i86pc/amd64/boot_archive").Bytes.Should().Equal(File.ReadAllBytes(linked.Archive));
    }

    [Fact]
    public void The_compressed_image_can_be_taken_out_and_looked_into()
    {
        using TemporaryFolder here = new();
        here.Write("usr.lgz", Look("cat", linked.Archive, "usr.lgz").Bytes);

        Look("ls", "-R", here.At("usr.lgz"), "bin").Lines.Should().Equal("bin", "bin/[", "bin/ls", "bin/su", "bin/test");
        Look("cat", here.At("usr.lgz"), "lib/libc.so").Bytes.Should().Equal(File.ReadAllBytes(linked.Folder + "/proto/usr/lib/libc.so.1"));
        Look("verify", here.At("usr.lgz")).Output.Should().Be("no findings\n");
    }

    [Fact]
    public void The_listing_and_what_ls_makes_of_the_image_are_the_same_text()
    {
        Look("ls", "--format", "mtree", linked.Platform).Output.Should().Be(File.ReadAllText(linked.Spec));
        File.ReadAllLines(linked.Spec).Should().Contain(line => line.StartsWith("./usr/bin/su type=file mode=04555 uid=0 gid=3 size=15 ", StringComparison.Ordinal));
    }

    [FactNeeding("bsdtar")]
    public void The_listing_is_read_by_bsdtar()
    {
        string[] names = ForeignTool.RunIn("/", "bsdtar", "-tf", linked.Spec).Lines;

        names.Should().Contain("./usr/bin/[").And.Contain("./etc/libc").And.HaveCount(File.ReadAllLines(linked.Spec).Length - 1);
    }

    [Fact]
    public void Ls_as_JSON_can_be_read()
    {
        JsonDocument.Parse(Look("ls", "--format", "json", linked.Platform, "usr/bin").Bytes).RootElement.GetRawText().Should().Contain("usr/bin/su");
    }

    [Fact]
    public void A_plain_directory_is_looked_into_as_well()
    {
        string[] listed = Look("ls", "-R", linked.Folder + "/proto", "etc").Lines;

        listed.Should().Equal("etc", "etc/empty", "etc/motd", "etc/shadow");
        Look("ls", "--raw", linked.Platform).Lines.Should().Equal("etc", "i86pc");
        Look("cat", linked.Folder + "/proto", "etc/motd").Output.Should().Be("the one of the proto area\n");
    }

    [Fact]
    public void What_is_not_in_the_image_is_named()
    {
        foreach (string[] command in new[] { new[] { "ls", linked.Platform, "usr/nosuch/x" }, ["cat", linked.Platform, "usr/nosuch/x"], ["extract", linked.Platform, "usr/nosuch/x", "-o", linked.Folder + "/never"] })
            Mlc.Run(linked.Folder, command).Exits(3).Errors.Should().Contain("usr/nosuch").And.StartWith("mlc: ");
        Mlc.Run(linked.Folder, "cat", linked.Platform, "etc").Exits(3).Errors.Should().Be("mlc: 'etc' is no regular file\n");
        Directory.Exists(linked.Folder + "/never").Should().BeFalse();
    }

    [Fact]
    public void Extract_takes_no_directory_that_is_in_use()
    {
        using TemporaryFolder here = new();
        here.Write("d/mine", "mine");

        Mlc.Run(here.Path, "extract", linked.Platform, "-o", "d").Exits(3).Errors.Should().Contain("d exists and is not empty");
        here.Listing().Should().Equal("d", "d/mine");
    }

    private static Outcome Look(params string[] words) => Mlc.Run("/", words).Exits(0);

    private static byte[] Sha1(string file)
    {
        using FileStream stream = File.OpenRead(file);
#pragma warning disable CA5350 // The boot loader asks for SHA-1.
        return SHA1.HashData(stream);
#pragma warning restore CA5350
    }

    private static string Mode(string path) => Convert.ToString((int)File.GetUnixFileMode(path), 8).PadLeft(4, '0');
}
