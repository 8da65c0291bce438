using CsCheck;
using ManifestLinker.Runtime.Store;
using ManifestLinker.Runtime.Store.Local;

namespace ManifestLinker.Runtime.Tests.Store;

public class LocalStoreTests
{
    [Fact]
    public void What_is_kept_comes_back_as_it_was()
    {
        using StoreFixture here = new();
        string[] tree = here.MakeTree("made");
        LayeredStore store = here.Open();

        store.Restore(StoreFixture.Key("a"), here.At("back"), default).Should().BeFalse();
        store.Keep(StoreFixture.Key("a"), here.At("made"), default);
        here.Folder.Write("back/old", "what was there");

        store.Restore(StoreFixture.Key("a"), here.At("back"), default).Should().BeTrue();
        here.Describe("back").Should().Equal(tree);
        store.Restore(StoreFixture.Key("b"), here.At("back"), default).Should().BeFalse("it is another action");
        here.Describe("back").Should().Equal(tree, "what is not there changes nothing");
        here.Warnings.Should().BeEmpty();
    }

    [Fact]
    public void A_content_is_kept_once_whatever_the_number_of_its_names()
    {
        using StoreFixture here = new();
        here.MakeTree("made");
        here.Folder.Write("made/copy", "content\n");
        here.Open().Keep(StoreFixture.Key("a"), here.At("made"), default);
        here.Open().Keep(StoreFixture.Key("b"), here.At("made"), default);

        // The content, the empty one and the large one, and a listing for each action.
        Directory.EnumerateFiles(here.At("store/cas"), "*", SearchOption.AllDirectories).Should().HaveCount(5);
        Directory.EnumerateFiles(here.At("store/ac"), "*", SearchOption.AllDirectories).Should().HaveCount(2);
        Directory.EnumerateFiles(here.At("store/tmp")).Should().BeEmpty();
    }

    [Fact]
    public void Any_byte_that_is_damaged_makes_it_missing_or_is_made_good()
    {
        using StoreFixture here = new();
        string[] tree = here.MakeTree("made");
        here.Open().Keep(StoreFixture.Key("a"), here.At("made"), default);
        var random = new Random(3);
        int missing = 0;

        foreach (string file in Directory.EnumerateFiles(here.At("store"), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToArray())
        {
            for (int damage = 0; damage < 12; damage++)
            {
                byte[] bytes = File.Exists(file) ? File.ReadAllBytes(file) : [];
                if (bytes.Length > 0) bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
                File.WriteAllBytes(file, damage == 0 ? bytes[..(bytes.Length / 2)] : bytes);

                if (here.Open().Restore(StoreFixture.Key("a"), here.At("back"), default)) here.Describe("back").Should().Equal(tree);
                else missing++;
                // Who misses it makes it again, and keeps that.
                here.Open().Keep(StoreFixture.Key("a"), here.At("made"), default);
                here.Open().Restore(StoreFixture.Key("a"), here.At("back"), default).Should().BeTrue();
                here.Describe("back").Should().Equal(tree);
            }
        }

        missing.Should().BeGreaterThan(30, "most damages are found out");
    }

    [Fact]
    public void Trees_of_any_shape_come_back()
    {
        Gen<string> name = Gen.Char["ab%\u00e9 \u65e5"].Array[1, 4].Select(chars => new string(chars)).Where(text => text.Trim().Length > 0);
        Gen.Select(name.Array[1, 3], Gen.Int[0, 3], Gen.String[0, 40], Gen.Int[0, 0x1ff]).Array[0, 12].Sample(
            entries =>
            {
                using StoreFixture here = new();
                Directory.CreateDirectory(here.At("made"));
                foreach ((string[] parts, int kind, string text, int mode) in entries) Make(here.At("made"), parts, kind, text, mode);
                string[] tree = here.Describe("made");

                here.Open().Keep(StoreFixture.Key("a"), here.At("made"), default);

                here.Open().Restore(StoreFixture.Key("a"), here.At("back"), default).Should().BeTrue();
                here.Describe("back").Should().Equal(tree);
            },
            iter: 60,
            threads: 1);
    }

    [Fact]
    public void Two_that_keep_at_once_do_not_disturb_each_other()
    {
        using StoreFixture here = new();
        string[] tree = here.MakeTree("made");

        Parallel.For(0, 8, turn =>
        {
            here.Open().Keep(StoreFixture.Key("a"), here.At("made"), default);
            here.Open().Restore(StoreFixture.Key("a"), here.At($"back{turn}"), default).Should().BeTrue();
        });

        for (int turn = 0; turn < 8; turn++) here.Describe($"back{turn}").Should().Equal(tree);
        here.Warnings.Should().BeEmpty();
    }

    [Fact]
    public void What_was_not_used_for_longest_goes_first()
    {
        using StoreFixture here = new();
        foreach (string name in new[] { "a", "b", "c" })
        {
            here.Folder.Write($"{name}/file", new string(name[0], 40_000));
            here.Open().Keep(StoreFixture.Key(name), here.At(name), default);
        }
        DateTime old = DateTime.UnixEpoch.AddYears(40);
        foreach (string file in Directory.EnumerateFiles(here.At("store"), "*", SearchOption.AllDirectories)) File.SetLastWriteTimeUtc(file, old);
        here.Open().Restore(StoreFixture.Key("b"), here.At("back"), default).Should().BeTrue();

        IReadOnlyList<CacheFile> removed = CacheFiles.Prune(here.Local(), StoreFixture.Host, 45_000, 0, long.MaxValue, default);

        removed.Should().NotBeEmpty();
        here.Open().Restore(StoreFixture.Key("b"), here.At("back"), default).Should().BeTrue();
        here.Open().Restore(StoreFixture.Key("a"), here.At("back"), default).Should().BeFalse();
    }

    [Fact]
    public void A_folder_that_cannot_be_written_is_told_and_stops_nothing()
    {
        using StoreFixture here = new();
        here.MakeTree("made");
        here.Folder.Write("store", "a file where the folder should be");

        here.Open().Keep(StoreFixture.Key("a"), here.At("made"), default);
        here.Open().Restore(StoreFixture.Key("a"), here.At("back"), default).Should().BeFalse();

        here.Warnings.Should().ContainSingle().Which.Should().StartWith($"what was made is not kept in the store {here.At("store")}: ");
    }

    private static void Make(string top, string[] parts, int kind, string text, int mode)
    {
        string path = Path.Combine([top, .. parts]);
        string folder = Path.GetDirectoryName(path)!;
        for (string above = folder; above.Length >= top.Length; above = Path.GetDirectoryName(above)!)
        {
            if (File.Exists(above) || new FileInfo(above).LinkTarget is not null) return;
        }
        if (Path.Exists(path) || new FileInfo(path).LinkTarget is not null) return;
        Directory.CreateDirectory(folder);
        switch (kind)
        {
            case 0:
                Directory.CreateDirectory(path);
                break;
            case 1 when text.Trim('\0').Length > 0:
                File.CreateSymbolicLink(path, "t" + text.Replace("\0", "", StringComparison.Ordinal).Length);
                break;
            default:
                File.WriteAllText(path, text);
                File.SetUnixFileMode(path, (UnixFileMode)(mode | 0x100));
                break;
        }
    }
}
