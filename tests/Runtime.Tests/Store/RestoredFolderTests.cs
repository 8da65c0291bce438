using CsCheck;
using ManifestLinker.Runtime.Store;

namespace ManifestLinker.Runtime.Tests.Store;

/// <summary>What comes out of a store is what went in.</summary>
public class RestoredFolderTests
{
    private static readonly string[] Names = ["a", "b.c", "with space", "per%cent", "line\nfeed", "é", "-n", "long" + new string('g', 90)];

    private static readonly Gen<(int[] Where, int Kind, int Mode, int Size)[]> Trees =
        Gen.Select(Gen.Int[0, Names.Length - 1].Array[1, 4], Gen.Int[0, 9], Gen.Int[0, 0xfff], Gen.OneOf(Gen.Int[0, 3], Gen.Int[0, 700_000])).Array[0, 14];

    [Fact]
    public void Any_tree_comes_back_as_it_was() => Trees.Sample(
        tree =>
        {
            using StoreUnderTest stores = new();
            Make(stores.At("made"), tree);
            string before = FolderText.Of(stores.At("made"));
            stores.Keep(stores.Open(), stores.At("made"));

            stores.Restore(stores.Open()).Should().BeTrue();

            FolderText.Of(stores.At("restored")).Should().Be(before);
            FolderText.Of(stores.At("made")).Should().Be(before, "keeping changes nothing");
            stores.Said.Should().BeEmpty();
        },
        iter: 60,
        threads: 1);

    [Fact]
    public void What_was_there_goes()
    {
        using StoreUnderTest stores = new();
        stores.Keep(stores.Open(), stores.MakeOutputs());
        stores.Write("restored/old/one", "x");
        stores.Write("restored/bin", "a file where a directory goes");

        stores.Restore(stores.Open(), "restored/").Should().BeTrue("a slash at the end says nothing");

        FolderText.Of(stores.At("restored")).Should().Be(FolderText.Of(stores.At("made")));
        Directory.GetFileSystemEntries(stores.Path).Select(Path.GetFileName).Should().BeEquivalentTo("made", "restored", "store");
    }

    [Fact]
    public void Of_an_unknown_action_nothing_is_there_and_what_was_there_stays()
    {
        using StoreUnderTest stores = new();
        stores.Keep(stores.Open(), stores.MakeOutputs());

        stores.Open().Restore(ActionKey.Of([("a", "c")]), stores.At("made"), CancellationToken.None).Should().BeFalse();
        stores.Open("other").Restore(StoreUnderTest.Key, stores.At("made"), CancellationToken.None).Should().BeFalse();

        stores.Restore(stores.Open()).Should().BeTrue();
        FolderText.Of(stores.At("made")).Should().Be(FolderText.Of(stores.At("restored")));
        stores.Said.Should().BeEmpty();
    }

    [Fact]
    public void A_folder_that_is_a_link_to_another_disk_stays_one()
    {
        using StoreUnderTest stores = new();
        stores.Keep(stores.Open(), stores.MakeOutputs());
        Directory.CreateDirectory(stores.At("disk/proto"));
        File.CreateSymbolicLink(stores.At("restored"), "disk/proto");

        stores.Restore(stores.Open()).Should().BeTrue();

        new FileInfo(stores.At("restored")).LinkTarget.Should().Be("disk/proto");
        FolderText.Of(stores.At("disk/proto")).Should().Be(FolderText.Of(stores.At("made")));
    }

    [Fact]
    public void Directories_that_nobody_may_write_to_are_made_and_replaced()
    {
        using StoreUnderTest stores = new();
        stores.Write("made/proc/x", "1");
        foreach (string closed in new[] { "made/proc", "made" }) File.SetUnixFileMode(stores.At(closed), (UnixFileMode)0b101_101_101);
        stores.Keep(stores.Open(), stores.At("made"));
        string made = FolderText.Of(stores.At("made"));

        stores.Restore(stores.Open()).Should().BeTrue();
        stores.Restore(stores.Open()).Should().BeTrue("what it replaces is closed, too");

        FolderText.Of(stores.At("restored")).Should().Be(made);
        Directory.GetFileSystemEntries(stores.Path).Select(Path.GetFileName).Should().BeEquivalentTo("made", "restored", "store");
        stores.Said.Should().BeEmpty();
    }

    [Fact]
    public void What_cannot_be_kept_whole_is_not_kept_and_told()
    {
        using StoreUnderTest stores = new();
        stores.MakeOutputs();
        Testing.ForeignTool.RunIn(stores.At("made"), "mkfifo", "pipe");

        stores.Keep(stores.Open(), stores.At("made"));

        stores.Said.Should().ContainSingle().Which.Should().Contain("pipe is a named pipe");
        stores.Restore(stores.Open()).Should().BeFalse();
    }

    [Fact]
    public void A_link_with_a_text_that_is_not_UTF_8_is_not_kept_as_another()
    {
        using StoreUnderTest stores = new();
        stores.MakeOutputs();
        Testing.ForeignTool.RunIn(stores.At("made"), "sh", "-c", "ln -s \"$(printf 'x\\377y')\" odd");

        stores.Keep(stores.Open(), stores.At("made"));

        stores.Restore(stores.Open()).Should().BeFalse();
        stores.Said.Should().ContainSingle().Which.Should().Contain("odd").And.Contain("not UTF-8");
    }

    private static void Make(string top, (int[] Where, int Kind, int Mode, int Size)[] tree)
    {
        Directory.CreateDirectory(top);
        var files = new List<string>();
        var directories = new List<(string Path, int Mode)>();
        foreach ((int[] where, int kind, int mode, int size) in tree)
        {
            string path = Path.Combine([top, .. where.Select(index => Names[index])]);
            if (Path.Exists(path) || Above(path, top).Any(above => File.Exists(above) || new FileInfo(above).LinkTarget is not null)) continue;
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            if (kind == 0)
            {
                File.CreateSymbolicLink(path, Names[mode % Names.Length]);
            }
            else if (kind == 1 && files.Count > 0)
            {
                StoreUnderTest.Host.MakeHardLink(path, files[mode % files.Count]);
            }
            else if (kind is 2 or 3)
            {
                Directory.CreateDirectory(path);
                directories.Add((path, mode));
            }
            else
            {
                File.WriteAllBytes(path, [.. Enumerable.Range(0, size).Select(at => (byte)(at * 7 / 5))]);
                File.SetUnixFileMode(path, (UnixFileMode)(mode | 0x100));
                files.Add(path);
            }
        }
        // Everything below stays within reach of whoever runs the tests.
        foreach ((string path, int mode) in Enumerable.Reverse(directories)) File.SetUnixFileMode(path, (UnixFileMode)(mode | 0x1c0));
    }

    private static IEnumerable<string> Above(string path, string top)
    {
        for (string above = Path.GetDirectoryName(path)!; above.Length > top.Length; above = Path.GetDirectoryName(above)!) yield return above;
    }
}
