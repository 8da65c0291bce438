using ManifestLinker.Runtime.Tests.EndToEnd.Platforms;
using ManifestLinker.Testing;

namespace ManifestLinker.Runtime.Tests.EndToEnd;

/// <summary>
/// The tarballs of boot files and tests, as tar and gzip of others see them; and what went wrong with them once: an entry for the directory they
/// are unpacked in, links made absolute (OS-8655, OS-8631), stale lists (OS-2754), outputs that could not be replaced (OS-7993, #370), a locale (OS-2397) and
/// a user (OS-5082) that mattered.
/// </summary>
public class TarballTests
{
    private const string Manifest = """
        d boot 0755 root sys
        d boot/forth 0755 root sys
        f boot/forth/loader.4th 0444 root bin
        f boot/loader 0555 adm tty
        h boot/loader.old=boot/loader
        s boot/menu.rc=forth/loader.4th
        s boot/root=/usr/lib

        """;

    private const string Proto = """
        f boot/forth/loader.4th 0600 "forth\n"
        f boot/loader 0600 "0123456789abcdef" * 40000
        """;

    private const string Archive = "output/boot-20260102T030405Z.tgz";

    [FactNeeding("tar", "gzip")]
    public void GNU_tar_and_gzip_see_owners_by_number_literal_links_and_nothing_of_the_place()
    {
        using TemporaryFolder here = Boot();

        ForeignTool.RunIn(here.Path, "gzip", "-t", Archive);
        ForeignTool.RunIn(here.Path, "tar", "--numeric-owner", "-tvzf", Archive).Output.Should().Be("""
            drwxr-xr-x 0/3               0 2026-01-02 03:04 boot/
            drwxr-xr-x 0/3               0 2026-01-02 03:04 boot/forth/
            -r--r--r-- 0/2               6 2026-01-02 03:04 boot/forth/loader.4th
            -r-xr-xr-x 4/7          640000 2026-01-02 03:04 boot/loader
            hr-xr-xr-x 4/7               0 2026-01-02 03:04 boot/loader.old link to boot/loader
            lrwxrwxrwx 0/0               0 2026-01-02 03:04 boot/menu.rc -> forth/loader.4th
            lrwxrwxrwx 0/0               0 2026-01-02 03:04 boot/root -> /usr/lib
            drwxr-xr-x 0/0               0 2026-01-02 03:04 etc/
            drwxr-xr-x 0/0               0 2026-01-02 03:04 etc/version/
            -rw-r--r-- 0/0              17 2026-01-02 03:04 etc/version/boot

            """);
    }

    [FactNeeding("bsdtar")]
    public void Bsdtar_sees_the_same_names()
    {
        using TemporaryFolder here = Boot();

        ForeignTool.RunIn(here.Path, "bsdtar", "-tf", Archive).Lines.Should().Equal(
            "boot/", "boot/forth/", "boot/forth/loader.4th", "boot/loader", "boot/loader.old", "boot/menu.rc", "boot/root", "etc/", "etc/version/", "etc/version/boot");
    }

    [FactNeeding("tar")]
    public void Unpacking_leaves_the_place_alone_and_gives_the_bytes()
    {
        using TemporaryFolder here = Boot();
        Directory.CreateDirectory(here.At("place"));
        File.SetUnixFileMode(here.At("place"), (UnixFileMode)0b1_111_010_001);

        ForeignTool.RunIn(here.Path, "tar", "-C", "place", "--no-same-owner", "-xpzf", Archive);

        File.GetUnixFileMode(here.At("place")).Should().Be((UnixFileMode)0b1_111_010_001);
        File.ReadAllBytes(here.At("place/boot/loader.old")).Should().Equal(File.ReadAllBytes(here.At("proto/boot/loader")));
        File.ReadAllText(here.At("place/etc/version/boot")).Should().Be("20260102T030405Z\n");
        new FileInfo(here.At("place/boot/root")).LinkTarget.Should().Be("/usr/lib");
    }

    [Fact]
    public void The_header_of_gzip_names_neither_file_nor_time()
    {
        using TemporaryFolder here = Boot();

        File.ReadAllBytes(here.At(Archive)).Take(10).Should().Equal(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3);
    }

    [Theory]
    [InlineData("LC_ALL", "tr_TR.UTF-8")]
    [InlineData("TZ", "Pacific/Kiritimati")]
    [InlineData("USER", null)]
    [InlineData("HOME", null)]
    [InlineData("TMPDIR", "/nonexistent")]
    public void The_environment_does_not_matter(string name, string? value)
    {
        using TemporaryFolder here = Boot();
        string[] before = OutputFingerprint.Of(here.At("output"));

        Mlc.In(here.Path, [.. Words, "-o", "again", "--jobs", "3"]).With(name, value).Run().Exits(0);

        OutputFingerprint.Of(here.At("again")).Should().Equal(before);
    }

    [Theory]
    [InlineData("000")]
    [InlineData("077")]
    public void The_umask_does_not_matter(string umask)
    {
        using TemporaryFolder here = Boot();
        string[] before = OutputFingerprint.Of(here.At("output"));

        Mlc.In(here.Path, [.. Words, "-o", "again"]).WithUmask(umask).Run().Exits(0);

        OutputFingerprint.Of(here.At("again")).Should().Equal(before);
    }

    [FactNeeding("another user")]
    public void What_is_there_is_replaced_whoever_owns_it_and_a_changed_manifest_changes_it()
    {
        using TemporaryFolder here = Boot();
        File.SetUnixFileMode(here.At("output"), (UnixFileMode)0b111_111_111);
        File.SetUnixFileMode(here.At(Archive), UnixFileMode.UserRead);
        foreach (string name in here.Listing("proto")) File.SetUnixFileMode(here.At("proto/" + name), (UnixFileMode)0b111_101_101);
        here.Write("boot.manifest", Manifest.Replace("s boot/root=/usr/lib\n", "", StringComparison.Ordinal));

        Mlc.In(here.Path, [.. Words, "-o", "output"]).Unprivileged().Run().Exits(0);

        here.Listing("output").Should().Equal("boot-20260102T030405Z.tgz");
        Mlc.Run(here.Path, "ls", "-R", Archive).Exits(0).Output.Should().Contain("boot/menu.rc").And.NotContain("boot/root");
    }

    [Fact]
    public void A_failure_leaves_what_was_there()
    {
        using TemporaryFolder here = Boot();
        string[] before = OutputFingerprint.Of(here.At("output"));
        here.Write("boot.manifest", Manifest + "f boot/gone 0444 root sys\n");

        Mlc.Run(here.Path, [.. Words, "-o", "output"]).Exits(1).Output.Should().Contain("'boot/gone' is in none of the search directories (proto)");

        OutputFingerprint.Of(here.At("output")).Should().Equal(before);
        here.Listing().Should().NotContain(name => name.Contains("manifest.", StringComparison.Ordinal), "no list is left behind that the next run could take");
    }

    [Fact]
    public void Where_nothing_can_be_written_it_says_so_after_the_findings()
    {
        using TemporaryFolder here = Boot();
        here.Write("taken", "a file");

        Outcome outcome = Mlc.Run(here.Path, [.. Words, "-o", "taken/below"]).Exits(3);

        outcome.Output.Should().Contain("MLC7003");
        outcome.Errors.Should().Be("mlc: taken is a file, and the outputs need a folder\n");
    }

    [FactNeeding("shared:corpus/smartos/boot.manifest", "tar")]
    public void The_real_boot_manifest_is_packed_whole()
    {
        using TemporaryFolder here = new();
        string manifest = Checkout.Shared("corpus/smartos/boot.manifest");
        string[] files = [.. File.ReadAllLines(manifest).Where(line => line.StartsWith("f ", StringComparison.Ordinal)).Select(line => line.Split(' ')[1])];
        foreach (string file in files) here.Write($"proto/{file}", file);

        Mlc.Run(here.Path, "boot", "-m", manifest, "--buildstamp", "20260102T030405Z", "proto").Exits(0);

        files.Should().HaveCount(29);
        ForeignTool.RunIn(here.Path, "tar", "-tzf", Archive).Lines.Should().Contain(files).And.HaveCount(files.Length + 3 + 3);
    }

    private static string[] Words => ["boot", "-m", "boot.manifest", "--buildstamp", "20260102T030405Z", "proto"];

    private static TemporaryFolder Boot()
    {
        TemporaryFolder here = new();
        here.Write("boot.manifest", Manifest);
        ProtoTree.Build(here.At("proto"), Proto);
        Mlc.Run(here.Path, [.. Words, "-o", "output"]).Exits(0);
        return here;
    }
}
