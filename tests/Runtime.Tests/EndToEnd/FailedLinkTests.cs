using System.Diagnostics;
using System.Security.Cryptography;
using ManifestLinker.Runtime.Tests.EndToEnd.Platforms;
using ManifestLinker.Testing;

namespace ManifestLinker.Runtime.Tests.EndToEnd;

/// <summary>A link that cannot be done leaves what was linked before as it was, and nothing else.</summary>
public class FailedLinkTests
{
    [Fact]
    public void A_missing_object_stops_it_and_all_of_them_are_named()
    {
        Fails(1, SmallPlatform.Manifest + "f etc/one 0644 root sys\nf etc/two 0644 root sys\n", [])
            .Output.Should().Contain("'etc/one'").And.Contain("'etc/two'").And.Contain("2 errors");
    }

    [Fact]
    public void A_conflict_stops_it() => Fails(1, SmallPlatform.Manifest + "f etc/motd 0600 root sys\n", []).Output.Should().Contain("MLC2002");

    [Fact]
    public void A_full_file_system_is_told_with_numbers_and_the_largest_directories()
    {
        Fails(1, SmallPlatform.Manifest + "f usr/lib/big 0444 root bin\n", ["--size", "usr=600"], """f usr/lib/big 0644 "0123456789abcde\n" * 65536""").Output
            .Should().Contain("MLC4001").And.MatchRegex("needs [0-9]+ blocks .* and has [0-9]+").And.MatchRegex("largest directories are .*lib 13[0-9]{2} KiB");
    }

    [Fact]
    public void Too_few_inodes_are_told_with_numbers()
    {
        string many = string.Concat(Enumerable.Range(0, 120).Select(n => $"s usr/lib/n{n}=libc.so.1\n"));

        Fails(1, SmallPlatform.Manifest + many, ["--size", "usr=1200"]).Output.Should().Contain("MLC4002").And.MatchRegex("needs [0-9]+ inodes and has [0-9]+");
    }

    [Fact]
    public void A_size_below_the_least_of_a_file_system_is_told_as_such()
    {
        Outcome outcome = Fails(null, SmallPlatform.Manifest, ["--size", "usr=200"]);

        outcome.Status.Should().BeOneOf(1, 2);
        outcome.Said.Should().Contain("usr").And.NotContain("''").And.NotContain("shorten");
    }

    [FactNeeding("another user")]
    public void An_unreadable_object_stops_it()
    {
        using TemporaryFolder here = Linked(out string[] before);
        OpenForAll(here);
        File.SetUnixFileMode(here.At("proto/usr/bin/su"), UnixFileMode.None);

        Outcome outcome = Mlc.In(here.Path, SmallPlatform.Link()).Unprivileged().Run().Exits(1);

        outcome.Output.Should().Contain("MLC3012").And.Contain("'usr/bin/su'");
        Everything(here).Should().Equal(before);
    }

    [FactNeeding("another user")]
    public void An_output_directory_that_cannot_be_written_stops_it()
    {
        using TemporaryFolder here = Linked(out string[] before);
        OpenForAll(here);
        File.SetUnixFileMode(here.At("out"), (UnixFileMode)0b101_101_101);

        Outcome outcome = Mlc.In(here.Path, SmallPlatform.Link()).Unprivileged().Run().Exits(3);

        outcome.Errors.Should().StartWith("mlc: ").And.MatchRegex("(?i)permission");
        Everything(here).Should().Equal(before);
    }

    [Theory]
    [InlineData("file")]
    [InlineData("file/below")]
    public void A_file_in_the_place_of_the_output_directory_stops_it(string output)
    {
        using TemporaryFolder here = new();
        SmallPlatform.Write(here);
        here.Write("file", "mine");

        Outcome outcome = Mlc.Run(here.Path, SmallPlatform.Link(output)).Exits(3);

        outcome.Errors.Should().Be("mlc: file is a file, and the outputs need a folder\n");
        File.ReadAllText(here.At("file")).Should().Be("mine");
    }

    [Theory]
    [InlineData("platform-latest")]
    [InlineData("platform-latest.tgz")]
    public void What_is_no_link_is_not_replaced_by_one(string name)
    {
        using TemporaryFolder here = Linked(out _);
        File.Delete(here.At("out/" + name));
        here.Write("out/" + name, "mine");
        string[] before = Everything(here);

        Mlc.Run(here.Path, SmallPlatform.Link("out", "--buildstamp", "20270101T000000Z")).Exits(3).Errors.Should().Contain($"out/{name} is no symbolic link");

        Everything(here).Should().Equal(before);
    }

    [FactNeeding("unshare", "mount", "namespaces")]
    public void A_full_disc_stops_it()
    {
        using TemporaryFolder here = new();
        SmallPlatform.Write(here);
        Directory.CreateDirectory(here.At("small"));

        // The listing is taken inside, before the file system goes with its namespace.
        Outcome outcome = Mlc.In(here.Path, SmallPlatform.Link("small/out"))
            .Behind("unshare", "-rm", "sh", "-c", "mount -t tmpfs -o size=200k none small && \"$@\"; status=$?; find small -mindepth 1 -not -name out >&2; exit $status", "sh").Run().Exits(3);

        outcome.Errors.Should().MatchRegex(@"\Amlc: .*(?i:no space|space left)[^\n]*\n\z", "one line, and no file left behind");
    }

    [FactNeeding("env", "kill")]
    public void An_interrupt_ends_it_with_130() => Interrupted("INT");

    [FactNeeding("env", "kill")]
    public void A_request_to_end_is_heeded_as_well() => Interrupted("TERM");

    [Fact]
    public void A_dry_run_writes_nothing()
    {
        using TemporaryFolder here = new();
        SmallPlatform.Write(here);
        string[] before = Everything(here);

        Outcome outcome = Mlc.Run(here.Path, SmallPlatform.Link("out", "--dry-run")).Exits(0);

        outcome.Output.Should().Contain("would be linked").And.Contain("inodes");
        Everything(here).Should().Equal(before);
    }

    [Fact]
    public void What_can_be_linked_is_linked_where_findings_do_not_count()
    {
        using TemporaryFolder here = new();
        SmallPlatform.Write(here, SmallPlatform.Manifest + """
            f etc/motd 0600 adm sys
            f etc/absent 0644 root sys
            f usr/bin/su 4555 nobodyhere nogrouphere
            f not a line

            """);

        Outcome outcome = Mlc.Run(here.Path, SmallPlatform.Link("out", "--fail-on", "never", "--format", "concise")).Exits(0);

        foreach (string rule in new[] { "MLC2002", "MLC3001", "MLC2008", "MLC2009", "MLC1002" }) outcome.Output.Should().Contain($" error {rule} ");
        Mlc.Run(here.Path, "ls", "-l", "out/platform-latest", "etc/motd").Output.Should().StartWith("-rw-------   1     4     3 ");
        Mlc.Run(here.Path, "ls", "-l", "out/platform-latest", "usr/bin/su").Output.Should().StartWith("-r-sr-xr-x   1     0     0 ");
        Mlc.Run(here.Path, "ls", "-R", "out/platform-latest", "etc").Output.Should().NotContain("absent");
        Mlc.Run(here.Path, "verify", "out/platform-latest", "--spec", $"out/{SmallPlatform.Name}.spec").Exits(0);
    }

    private static void Interrupted(string signal)
    {
        using TemporaryFolder here = Linked(out _);
        // Enough that does not compress, so that the link takes a while.
        byte[] noise = new byte[48 << 20];
        new Random(1).NextBytes(noise);
        here.Write("overlay/usr/lib/libc.so.1", noise);
        string[] before = Everything(here);
        Launch launch = Mlc.In(here.Path, SmallPlatform.Link("out", "--jobs", "1")).Behind("env", "--default-signal=INT,TERM");

        using Process process = launch.Start();
        using FileSystemWatcher watcher = new(here.At("out")) { IncludeSubdirectories = false };
        bool begun = watcher.WaitForChanged(WatcherChangeTypes.Created, 60_000).TimedOut is false;
        ForeignTool.RunIn("/", "kill", $"-{signal}", $"{process.Id}");
        Outcome outcome = launch.Finish(process);

        begun.Should().BeTrue("the link must have begun to write");
        outcome.Exits(130).Output.Should().NotContain("linked platform-");
        Everything(here).Should().Equal(before);
    }

    private static Outcome Fails(int? status, string manifest, string[] more, string proto = "")
    {
        using TemporaryFolder here = Linked(out _);
        ProtoTree.Build(here.At("proto"), proto);
        here.Write("manifest.d/base.manifest", manifest);
        string[] before = Everything(here);

        Outcome outcome = Mlc.Run(here.Path, SmallPlatform.Link("out", more));

        if (status is { } expected) outcome.Exits(expected);
        Everything(here).Should().Equal(before);
        return outcome;
    }

    private static TemporaryFolder Linked(out string[] before)
    {
        TemporaryFolder here = new();
        SmallPlatform.Write(here);
        // It stands for a platform that was linked before; what is in it does not matter.
        here.Write($"out/{SmallPlatform.Name}/i86pc/amd64/boot_archive", "the archive of the link before");
        here.Write($"out/{SmallPlatform.Name}.tgz", "the package of the link before");
        here.Write($"out/{SmallPlatform.Name}.spec", "the listing of the link before");
        File.CreateSymbolicLink(here.At("out/platform-latest"), SmallPlatform.Name);
        File.CreateSymbolicLink(here.At("out/platform-latest.tgz"), SmallPlatform.Name + ".tgz");
        before = Everything(here);
        return here;
    }

    private static string[] Everything(TemporaryFolder here) =>
        [.. here.Listing().Select(name => new FileInfo(here.At(name)) is { Exists: true } file && file.LinkTarget is null
            ? $"{name} {file.LastWriteTimeUtc:O} {Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file.FullName)))}"
            : name)];

    private static void OpenForAll(TemporaryFolder here)
    {
        foreach (string name in here.Listing().Where(name => new FileInfo(here.At(name)).LinkTarget is null))
            File.SetUnixFileMode(here.At(name), (UnixFileMode)0b111_111_111);
    }
}
