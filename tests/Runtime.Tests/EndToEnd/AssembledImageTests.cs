using ManifestLinker.Runtime.Tests.EndToEnd.Platforms;
using ManifestLinker.Testing;

namespace ManifestLinker.Runtime.Tests.EndToEnd;

/// <summary>Faults that build_live has had in what it does to an image, each with the number of its ticket.</summary>
public class AssembledImageTests
{
    // OS-6072: DEBUG kernels did not fit. Only the size is looked at: nothing of that size is written.
    [Theory]
    [InlineData("... DEBUG enabled ...", 353_000)]
    [InlineData("... DEBUG disabled ...", 350_000)]
    public void The_root_is_larger_for_a_DEBUG_kernel(string kernel, int kib)
    {
        using TemporaryFolder here = new();
        WriteWithGenunix(here, kernel, size: null);

        string forecast = Mlc.Run(here.Path, SmallPlatform.Link("out", "--dry-run")).Exits(0).Output;

        forecast.Should().Contain($"\n  root  {kib} KiB: ");
        forecast.Contains("root is 3000 KiB larger than the profile says, because the kernel is a DEBUG one", StringComparison.Ordinal).Should().Be(kib > 350_000);
    }

    [Fact]
    public void A_size_that_is_given_is_that_of_a_DEBUG_kernel_too()
    {
        using TemporaryFolder here = new();
        WriteWithGenunix(here, "DEBUG enabled", size: "size = 20000");

        Mlc.Run(here.Path, SmallPlatform.Link("out", "--dry-run")).Exits(0).Output.Should().Contain("\n  root  20000 KiB: ");
        Mlc.Run(here.Path, SmallPlatform.Link("out", "--dry-run", "--size", "root=30000")).Exits(0).Output.Should().Contain("\n  root  30000 KiB: ");
    }

    // OS-6051: the list lay where a file system was mounted over it, and described another image. It is on the read-only part, and of what ships.
    [FactNeeding("md5sum")]
    public void The_list_of_digests_is_of_what_ships()
    {
        using TemporaryFolder here = new();
        SmallPlatform.Write(here, SmallPlatform.Manifest + """
            d var 0755 root sys
            d var/adm 0775 root sys
            f var/adm/wtmpx 0644 adm adm

            """);
        here.Write("proto/var/adm/wtmpx", "logins on the build machine");

        Mlc.Run(here.Path, ["link", "-o", "out", "--ignore", "MLC3006", "-p", "secret"]).Exits(0);

        Mlc.Run(here.Path, "extract", "out/platform-latest", "-o", "image").Exits(0);
        ForeignTool.RunIn(here.At("image"), "md5sum", "--strict", "--quiet", "-c", "usr/share/smartos/manifest").Output.Should().BeEmpty();
        File.ReadAllText(here.At("image/usr/share/smartos/manifest")).Should().Be(File.ReadAllText(here.At("out/platform-latest/i86pc/amd64/boot_archive.manifest")))
            .And.Contain("  ./etc/release\n").And.Contain("d41d8cd98f00b204e9800998ecf8427e  ./var/adm/wtmpx\n");
        Mlc.Run(here.Path, "ls", "-l", "out/platform-latest", "var/adm/wtmpx").Output.Should().StartWith("-rw-r--r--   1     4     4 0 ");
    }

    // The kernel was once copied from the proto area, while the image had another.
    [Fact]
    public void The_kernel_beside_the_image_is_the_one_that_the_image_has()
    {
        using TemporaryFolder here = new();
        SmallPlatform.Write(here);
        here.Write("overlay/platform/i86pc/kernel/amd64/unix", "the kernel of the overlay\n");

        Mlc.Run(here.Path, SmallPlatform.Link()).Exits(0);

        File.ReadAllText(here.At("out/platform-latest/i86pc/kernel/amd64/unix")).Should().Be("the kernel of the overlay\n");
        Mlc.Run(here.Path, "cat", "out/platform-latest", "platform/i86pc/kernel/amd64/unix").Output.Should().Be("the kernel of the overlay\n");
    }

    // OS-1685: a damaged boot archive was booted.
    [Fact]
    public void A_damaged_archive_is_told_by_its_hash()
    {
        using TemporaryFolder here = new();
        SmallPlatform.Write(here);
        Mlc.Run(here.Path, SmallPlatform.Link()).Exits(0);
        string archive = here.At($"out/{SmallPlatform.Name}/i86pc/amd64/boot_archive");

        using (FileStream file = File.OpenWrite(archive))
        {
            file.Position = file.Length - 1;
            file.WriteByte(1);
        }

        Mlc.Run(here.Path, "verify", "out/platform-latest").Exits(1).Output.Should().Contain("MLC9011");
    }

    // HEAD-154: taken out in 2011; the pages said for six years that it was there.
    [Fact]
    public void The_stamp_is_in_the_release_and_in_no_file_of_its_own()
    {
        using TemporaryFolder here = new();
        SmallPlatform.Write(here);
        Mlc.Run(here.Path, SmallPlatform.Link()).Exits(0);

        Mlc.Run(here.Path, "cat", "out/platform-latest", "etc/release").Output.Should().StartWith($"                     SmartOS {SmallPlatform.Stamp} x86_64\n");
        Mlc.Run(here.Path, "ls", "-R", "out/platform-latest").Output.Should().NotContain("joyent_buildstamp");
    }

    private static void WriteWithGenunix(TemporaryFolder here, string kernel, string? size)
    {
        SmallPlatform.Write(
            here,
            SmallPlatform.Manifest + """
                d kernel 0755 root sys
                d kernel/amd64 0755 root sys
                f kernel/amd64/genunix 0755 root sys

                """,
            SmallPlatform.Workspace.Replace("[filesystem.root]\nsize = \"auto\"\n", size is null ? "" : $"[filesystem.root]\n{size}\n", StringComparison.Ordinal));
        here.Write("proto/kernel/amd64/genunix", kernel);
    }
}
