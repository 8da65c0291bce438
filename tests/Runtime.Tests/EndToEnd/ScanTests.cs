using ManifestLinker.Testing;

namespace ManifestLinker.Runtime.Tests.EndToEnd;

/// <summary>What is scanned is what is there: the manifest fits the tree, and other programs list the same.</summary>
public class ScanTests
{
    public static TheoryData<int> Seeds => [1, 2, 3, 4, 5, 6];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_manifest_of_a_tree_fits_the_tree(int seed)
    {
        using TemporaryFolder here = new();
        Directory.CreateDirectory(here.At("t"));
        RandomFolder.Fill(here.At("t"), seed);

        Mlc.Run(here.Path, "scan", "--chown", "root:bin", "t", "-o", "m").Exits(0);

        Mlc.Run(here.Path, "check", "--search", "t", "m", "--select", "MLC1,MLC2,MLC3,MLC70").Exits(0);
        // Each name is a line, none is lost and none is there twice.
        string[] paths = [.. File.ReadAllLines(here.At("m")).Select(line => line[2..].Split(' ', '=')[0])];
        paths.Should().BeEquivalentTo(Walk.Below(here.At("t")));
        Mlc.Run(here.Path, "merge", "m").Exits(0).Output.Should().Be(File.ReadAllText(here.At("m")));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_listing_of_mlc_gives_the_manifest_of_the_tree(int seed)
    {
        using TemporaryFolder here = new();
        Directory.CreateDirectory(here.At("t"));
        RandomFolder.Fill(here.At("t"), seed, hardLinks: false);
        here.Write("l", Mlc.Run(here.Path, "ls", "--format", "mtree", "t").Exits(0).Output);

        Mlc.Run(here.Path, "import", "mtree", "--chown", "root:bin", "l").Exits(0).Output
            .Should().Be(Mlc.Run(here.Path, "scan", "--chown", "root:bin", "t").Exits(0).Output);
    }

    [FactNeeding("bsdtar")]
    public void A_listing_of_bsdtar_gives_the_manifest_of_the_tree_hard_links_included()
    {
        foreach (int seed in new[] { 7, 8, 9 })
        {
            using TemporaryFolder here = new();
            Directory.CreateDirectory(here.At("t"));
            RandomFolder.Fill(here.At("t"), seed);
            ForeignTool.RunIn(here.Path, "bsdtar", "--format=mtree", "--options=!all,use-set,type,mode,uid,gid,nlink,link,inode,resdevice", "-C", "t", "-cf", "l", ".");

            Mlc.Run(here.Path, "import", "mtree", "--chown", "root:bin", "l").Exits(0).Output
                .Should().Be(Mlc.Run(here.Path, "scan", "--chown", "root:bin", "t").Exits(0).Output);
        }
    }

    [FactNeeding("mtree")]
    public void A_listing_of_the_mtree_of_NetBSD_gives_the_manifest_of_the_tree()
    {
        foreach (int seed in new[] { 10, 11, 12 })
        {
            using TemporaryFolder here = new();
            Directory.CreateDirectory(here.At("t"));
            RandomFolder.Fill(here.At("t"), seed, hardLinks: false);
            string scanned = Mlc.Run(here.Path, "scan", "--chown", "root:bin", "t").Exits(0).Output;
            string relative = ForeignTool.RunIn(here.Path, "mtree", "-c", "-p", "t").Output;
            here.Write("relative", relative);
            Mlc.Run(here.Path, "import", "mtree", "--chown", "root:bin", "relative").Exits(0).Output.Should().Be(scanned);

            here.Write("full", ForeignTool.RunIn(here.Path, "sh", "-c", "mtree -C < relative").Output);
            Mlc.Run(here.Path, "import", "mtree", "--chown", "root:bin", "full").Exits(0).Output.Should().Be(scanned);
        }
    }

    [Fact]
    public void Of_an_image_the_owners_have_the_names_that_it_gives_them()
    {
        using TemporaryFolder here = new();
        here.Write("t/etc/passwd", "root:x:0:0::/:\nme:x:4242:1::/:\n");
        here.Write("t/etc/group", "root::0:\nus::4343:\n");
        here.Write("l", "./etc type=dir mode=0755 uid=4242 gid=4343\n./etc/x type=file mode=0644 uid=1 gid=1\n");

        Outcome outcome = Mlc.Run(here.Path, "import", "mtree", "--passwd", "t/etc/passwd", "--group", "t/etc/group", "l").Exits(0);

        outcome.Output.Should().Be("d etc 0755 me us\nf etc/x 0644 root bin\n");
        outcome.Errors.Should().Contain("has the owner 1, which has no name in t/etc/passwd");
    }

    [Fact]
    public void A_name_that_is_not_UTF_8_is_told()
    {
        using TemporaryFolder here = new();
        Directory.CreateDirectory(here.At("t"));
        ForeignTool.RunIn(here.At("t"), "sh", "-c", "touch \"$(printf 'x\\377y')\" plain && mkfifo pipe");

        Outcome outcome = Mlc.Run(here.Path, "scan", "--chown", "root:bin", "--format", "concise", "--fail-on", "never", "t").Exits(0);

        ForeignTool.RunIn(here.At("t"), "sh", "-c", "rm -f x*");
        outcome.Lines.Should().ContainSingle().Which.Should().StartWith("f plain ");
        outcome.Errors.Should().Contain("has a name that is not UTF-8").And.Contain("'pipe' is a named pipe");
    }
}
