using System.Buffers.Binary;
using System.Globalization;
using FluentAssertions;
using ManifestLinker.Testing;
using Xunit;

namespace ManifestLinker.Runtime.Tests.EndToEnd.Boot;

/// <summary><c>mlc usb</c> by its outputs, as others read them.</summary>
public sealed class UsbCommandTests : IDisposable
{
    private const string Packed = "output-usb/" + BootWorkspace.Platform + ".usb.gz";
    private const long Root = 528_384 * 512, Efi = 2048 * 512;

    private readonly TemporaryFolder folder = new();

    public UsbCommandTests() => BootWorkspace.Write(folder);

    public void Dispose() => folder.Dispose();

    private Outcome Usb(params string[] more) => Mlc.Run(folder.Path, ["usb", "out", "--boot", "proto.boot", .. more]);

    private void MakeRaw() => Usb("--no-compress", "--size", "400mb", "-o", "stick.usb").Exits(0);

    [FactNeeding("gzip")]
    public void It_is_compressed_and_has_the_size_that_a_stick_of_two_gigabytes_has()
    {
        Usb().Exits(0).Output.Should().MatchRegex(@"^made output-usb/platform-20260102T030405Z\.usb\.gz: 1940000256 bytes, [0-9.]+ GiB of them free, console text\n$");
        folder.Listing("output-usb").Should().Equal("partition.map", BootWorkspace.Platform + ".usb.gz");
        File.ReadAllText(folder.At("output-usb/partition.map")).Should().Be(
            "loader 12 1048576 268435456\nboot 1 269484032 1048576\nroot 2 270532608 1660944384\nreserved 11 1931594752 8388608\n");
        // No name, and no time.
        File.ReadAllBytes(folder.At(Packed))[..10].Should().Equal(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3);
        ForeignTool.RunIn(folder.Path, "gzip", "-l", Packed).Output.Should().Contain(" 1940000256 ");
    }

    [FactNeeding("gzip", "cmp", "tar")]
    public void Threads_archives_and_compression_give_the_same_image()
    {
        MakeRaw();
        ForeignTool.RunIn(folder.Path, "tar", "-C", "out", "-czf", $"out/{BootWorkspace.Platform}.tgz", BootWorkspace.Platform);
        ForeignTool.RunIn(folder.Path, "tar", "-C", "proto.boot", "-czf", $"out/boot-{BootWorkspace.Stamp}.tgz", ".");
        Mlc.Run(folder.Path, "usb", "out", "--size", "400mb", "-o", "a.gz", "--jobs", "1").Exits(0);
        Mlc.Run(folder.Path, "usb", $"out/{BootWorkspace.Platform}.tgz", "--size", "400mb", "-o", "b.gz", "--jobs", "2").Exits(0);
        ForeignTool.RunIn(folder.Path, "cmp", "a.gz", "b.gz");
        ForeignTool.RunIn(folder.Path, "gzip", "-d", "a.gz");
        ForeignTool.RunIn(folder.Path, "cmp", "a", "stick.usb");
    }

    [FactNeeding("sgdisk")]
    public void Sgdisk_finds_nothing_wrong_and_every_partition_in_its_place()
    {
        MakeRaw();
        ForeignTool.RunIn(folder.Path, "sgdisk", "-v", "stick.usb").Output.Should().Contain("No problems found.");
        string[] lines = ForeignTool.RunIn(folder.Path, "sgdisk", "-p", "stick.usb").Lines;
        lines.SkipWhile(line => !line.StartsWith("Number", StringComparison.Ordinal)).Skip(1)
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Select(word => $"{word[0]} {word[1]} {word[2]} {word[^1]}").Should().Equal(
                "1 2048 526335 loader", "2 526336 528383 boot", "3 528384 763903 root", "9 764833 781216 reserved");
    }

    [FactNeeding("fsck.fat", "mcopy")]
    public void The_file_systems_are_sound_and_hold_what_went_in()
    {
        MakeRaw();
        Slice(Efi, 524_288 * 512, "efi");
        Slice(Root, new FileInfo(folder.At("stick.usb")).Length - Root - (16_417 * 512), "root");
        // The partition is whole MiB; what lies behind it is no part of the file system.
        foreach (string part in new[] { "efi", "root" }) ForeignTool.Run("fsck.fat", "-n", folder.At(part)).Exits(0);
        ForeignTool.RunIn(folder.Path, "mcopy", "-s", "-i", "root", "::", "unpacked/".TrimEnd('/')).Should().NotBeNull();
        foreach (string file in new[] { "loader", "loader64.efi", "pmbr", "gptzfsboot", "defaults/loader.conf", "forth/brand-smartos.4th" })
            File.ReadAllBytes(folder.At($"unpacked/boot/{file}")).Should().Equal(File.ReadAllBytes(folder.At($"proto.boot/boot/{file}")), file);
        foreach (string file in new[] { BootWorkspace.BootArchive, "i86pc/kernel/amd64/unix", "etc/version/platform" })
            File.ReadAllBytes(folder.At($"unpacked/platform/{file}")).Should().Equal(File.ReadAllBytes(folder.At($"out/{BootWorkspace.Platform}/{file}")), file);
        File.Exists(folder.At("unpacked/platform/root.password")).Should().BeFalse();
        File.ReadAllText(folder.At("unpacked/boot/loader.conf")).Should().StartWith("console=\"text,ttya,");
        ForeignTool.RunIn(folder.Path, "mcopy", "-i", "efi", "::efi/boot/bootx64.efi", "out.efi");
        File.ReadAllBytes(folder.At("out.efi")).Should().Equal(File.ReadAllBytes(folder.At("proto.boot/boot/loader64.efi")));
    }

    [Fact]
    public void First_sector_and_second_stage_are_told_where_to_go_on()
    {
        MakeRaw();
        using FileStream image = File.OpenRead(folder.At("stick.usb"));
        byte[] first = Read(image, 0, 512), pmbr = File.ReadAllBytes(folder.At("proto.boot/boot/pmbr"));
        first[..3].Should().Equal(pmbr[..3]);
        first[3..0x3e].Should().OnlyContain(part => part == 0);
        first[0x3e..0xfa].Should().Equal(pmbr[0x3e..0xfa]);
        first[0xfa..0xfc].Should().Equal(2, 0);
        // 70,000 bytes: the last sector is not full.
        BinaryPrimitives.ReadUInt16LittleEndian(first.AsSpan(0xfc)).Should().Be(137);
        BinaryPrimitives.ReadUInt64LittleEndian(first.AsSpan(0xfe)).Should().Be(526_336);
        byte[] stage = Read(image, 526_336L * 512, 1 << 20), original = File.ReadAllBytes(folder.At("proto.boot/boot/gptzfsboot"));
        BinaryPrimitives.ReadUInt64LittleEndian(stage.AsSpan(64 + 24)).Should().Be(528_384);
        original.CopyTo(original, 0);
        stage[..88].Should().Equal(original[..88]);
        stage[96..70_000].Should().Equal(original[96..]);
        stage[70_000..].Should().OnlyContain(part => part == 0);
    }

    [FactNeeding("du")]
    public void A_raw_image_takes_the_room_of_what_is_in_it()
    {
        MakeRaw();
        long.Parse(ForeignTool.RunIn(folder.Path, "du", "-k", "stick.usb").Output.Split('\t')[0], CultureInfo.InvariantCulture).Should().BeLessThan(8 * 1024);
        new FileInfo(folder.At("stick.usb")).Length.Should().Be(400_000_000);
    }

    [Fact]
    public void What_does_not_fit_says_by_how_much_and_leaves_the_old_one_alone()
    {
        folder.Write("stick.usb", "the one before");
        using (FileStream large = File.Create(folder.At($"out/{BootWorkspace.Platform}/{BootWorkspace.BootArchive}"))) large.SetLength(200_000_000);
        Outcome outcome = Usb("--no-compress", "--size", "400mb", "-o", "stick.usb").Exits(1);
        outcome.Output.Should().Contain("MLC4020").And.MatchRegex("the root file system of the USB image is full: .* [0-9]+ bytes are missing");
        File.ReadAllText(folder.At("stick.usb")).Should().Be("the one before");
        Usb("--size", "304mb").Exits(1).Output.Should().Contain("MLC4020").And.Contain("is too small for FAT32");
        Usb("--size", "1048576").Exits(1).Output.Should().Contain("the USB image is full: 1048576 bytes have no room for the partitions of a disk");
        folder.Listing().Should().NotContain("output-usb");
    }

    [Fact]
    public void What_fat_cannot_hold_and_what_would_not_start_are_findings()
    {
        File.CreateSymbolicLink(folder.At("proto.boot/boot/linked"), "loader");
        folder.Write("proto.boot/boot/LOADER.CONF", "the same name");
        Usb().Exits(1).Output.Should().Contain("MLC4021").And.Contain("'boot/linked' cannot be stored on the root file system of the USB image: it is a symbolic link")
            .And.Contain("'boot/loader.conf' cannot be stored");
        File.Delete(folder.At("proto.boot/boot/linked"));
        File.Delete(folder.At("proto.boot/boot/LOADER.CONF"));
        folder.Write("proto.boot/boot/gptzfsboot", "no multiboot header");
        folder.Write("proto.boot/boot/pmbr", "short");
        Usb().Exits(1).Output.Should().Contain("MLC4022").And.Contain("proto.boot: the second stage has no multiboot header, so that it cannot be told where the root is")
            .And.Contain("proto.boot: the first stage has 5 bytes, and must have 512");
        File.Delete(folder.At("proto.boot/boot/gptzfsboot"));
        File.Delete(folder.At("proto.boot/boot/pmbr"));
        Usb().Exits(1).Output.Should().Contain("'boot/gptzfsboot' is missing").And.Contain("'boot/pmbr' is missing");
    }

    [Fact]
    public void Calls_that_make_no_sense_are_told()
    {
        Usb("--size", "huge").Exits(2).Errors.Should().Be("mlc: --size huge: no size of a medium\n  help: write 2gb, 4gb or 8gb, or a number of bytes that is a multiple of 512\n");
        Usb("--vmware", "--no-compress").Exits(2).Errors.Should().StartWith("mlc: --no-compress and --vmware exclude each other\n");
        folder.Write("mlc.toml", "[media]\nsize = \"513\"\n");
        Usb().Exits(2).Errors.Should().Contain("'513' is no size of a medium");
    }

    [FactNeeding("env", "kill")]
    public void A_run_that_is_interrupted_leaves_nothing()
    {
        Launch start = Mlc.In(folder.Path, "usb", "out", "--boot", "proto.boot", "--size", "16gb").Behind("env", "--default-signal=INT");
        using System.Diagnostics.Process process = start.Start();
        while (!Directory.Exists(folder.At("output-usb")) && !process.HasExited) Thread.Sleep(10);
        ForeignTool.Run("kill", "-INT", process.Id.ToString(CultureInfo.InvariantCulture));
        Outcome outcome = start.Finish(process);
        outcome.Exits(130).Errors.Should().Be("mlc: interrupted; nothing was changed\n");
        folder.Listing().Should().NotContain(name => name.StartsWith("output-usb"));
    }

    [FactNeeding("tar")]
    public void A_bundle_for_vmware_describes_the_image_by_its_size()
    {
        Usb("--vmware", "--size", "400mb").Exits(0);
        string bundle = $"output-vmware/smartos-{BootWorkspace.Stamp}.vmwarevm.tar.gz";
        folder.Listing("output-vmware").Should().Equal(Path.GetFileName(bundle));
        ForeignTool.RunIn(folder.Path, "tar", "-xzf", bundle);
        MakeRaw();
        ForeignTool.RunIn(folder.Path, "cmp", "SmartOS.vmwarevm/smartos.img", "stick.usb");
        File.ReadAllText(folder.At("SmartOS.vmwarevm/SmartOS.vmdk")).Should().Contain("\nRW 781250 FLAT \"smartos.img\" 0\n").And.Contain("cylinders = \"775\"");
    }

    private void Slice(long offset, long length, string name)
    {
        using FileStream image = File.OpenRead(folder.At("stick.usb"));
        File.WriteAllBytes(folder.At(name), Read(image, offset, (int)(length / (1 << 20) * (1 << 20))));
    }

    private static byte[] Read(FileStream image, long offset, int count)
    {
        var bytes = new byte[count];
        image.Position = offset;
        image.ReadExactly(bytes);
        return bytes;
    }
}
