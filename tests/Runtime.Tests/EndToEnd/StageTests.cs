using ManifestLinker.Runtime.Tests.EndToEnd.Platforms;
using ManifestLinker.Testing;

namespace ManifestLinker.Runtime.Tests.EndToEnd;

/// <summary>The resolved tree as plain files, with what those cannot say beside it.</summary>
public class StageTests
{
    [Fact]
    public void Files_have_the_bytes_modes_times_and_links_of_the_image_but_no_set_id_bits()
    {
        using TemporaryFolder here = Staged();

        File.ReadAllText(here.At("root/etc/motd")).Should().Be("the one of the overlay\n");
        File.GetUnixFileMode(here.At("root/tmp")).Should().Be((UnixFileMode)0b1_111_111_111);
        File.GetUnixFileMode(here.At("root/usr/bin/su")).Should().Be((UnixFileMode)0b101_101_101);
        File.GetLastWriteTimeUtc(here.At("root/usr/bin/ls")).Should().Be(DateTime.UnixEpoch.AddSeconds(SmallPlatform.Time));
        new FileInfo(here.At("root/etc/libc")).LinkTarget.Should().Be("../usr/lib/libc.so");
        File.AppendAllText(Writable(here.At("root/usr/bin/[")), "more");
        File.ReadAllText(here.At("root/usr/bin/ls")).Should().EndWith("more", "it is another name of the same file");
        File.ReadAllText(here.At("root.spec")).Should().Contain("./usr/bin/su type=file mode=04555 uid=0 gid=3 ");
    }

    [Fact]
    public void The_listing_is_that_of_the_tree()
    {
        using TemporaryFolder here = Staged();

        string[] listed = [.. File.ReadAllLines(here.At("root.spec")).Skip(2).Select(line => line.Split(' ')[0][2..].Replace("\\133", "[", StringComparison.Ordinal))];

        listed.Should().Equal(here.Listing("root"));
        here.Listing().Should().NotContain(name => name.StartsWith(".root", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("000", null)]
    [InlineData("077", null)]
    [InlineData("022", "tr_TR.UTF-8")]
    public void Neither_umask_nor_locale_nor_user_matters(string umask, string? locale)
    {
        using TemporaryFolder here = Staged();
        string[] before = OutputFingerprint.Of(here.At("root"));
        string spec = File.ReadAllText(here.At("root.spec"));

        Mlc.In(here.Path, Words("again/root")).With("LC_ALL", locale).With("USER", null).With("HOME", null).WithUmask(umask).Run().Exits(0);

        OutputFingerprint.Of(here.At("again/root")).Should().Equal(before);
        File.ReadAllText(here.At("again/root.spec")).Should().Be(spec);
        File.GetUnixFileMode(here.At("again/root.spec")).Should().Be((UnixFileMode)0b110_100_100);
    }

    [Theory]
    [InlineData("empty")]
    [InlineData("empty/")]
    [InlineData("new/below/")]
    public void An_empty_directory_is_filled_however_it_is_written(string directory)
    {
        using TemporaryFolder here = new();
        SmallPlatform.Write(here);
        Directory.CreateDirectory(here.At("empty"));

        Mlc.Run(here.Path, Words(directory)).Exits(0);

        here.Listing(directory).Should().Contain("usr/bin/su");
        File.Exists(here.At(directory.TrimEnd('/') + ".spec")).Should().BeTrue();
    }

    [Fact]
    public void What_is_there_stays_as_it_is()
    {
        using TemporaryFolder here = Staged();
        string[] before = OutputFingerprint.Of(here.Path);

        Mlc.Run(here.Path, Words("root")).Exits(3).Errors.Should().Be("mlc: root exists and is not empty; name a new directory\n");
        Mlc.Run(here.Path, Words("proto")).Exits(3);

        OutputFingerprint.Of(here.Path).Should().Equal(before);
    }

    [Fact]
    public void Findings_are_those_of_a_link()
    {
        using TemporaryFolder here = new();
        SmallPlatform.Write(here, SmallPlatform.Manifest + "f etc/gone 0644 nobdy sys\nf usr/bin/ls 0755 root bin\n");

        string linked = Mlc.Run(here.Path, SmallPlatform.Link("out", "--format", "concise")).Exits(1).Output;
        string staged = Mlc.Run(here.Path, [.. Words("root"), "--format", "concise"]).Exits(1).Output;

        staged.Should().Be(linked).And.Contain("MLC3001").And.Contain("MLC2008").And.Contain("MLC2002");
        Directory.Exists(here.At("root")).Should().BeFalse();
        File.Exists(here.At("root.spec")).Should().BeFalse();
    }

    private static string[] Words(string directory) => ["stage", "--ignore", "MLC3006", "-o", directory];

    private static TemporaryFolder Staged()
    {
        TemporaryFolder here = new();
        SmallPlatform.Write(here);
        Mlc.Run(here.Path, Words("root")).Exits(0);
        return here;
    }

    private static string Writable(string path)
    {
        File.SetUnixFileMode(path, (UnixFileMode)0b110_100_100);
        return path;
    }
}
