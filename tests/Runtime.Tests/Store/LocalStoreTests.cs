using System.Text;
using ManifestLinker.Runtime.Store;
using ManifestLinker.Runtime.Store.Listing;
using ManifestLinker.Runtime.Store.Local;

namespace ManifestLinker.Runtime.Tests.Store;

/// <summary>What lies in the folder of a store, and what goes.</summary>
public class LocalStoreTests
{
    [Fact]
    public void A_listing_is_a_text()
    {
        using StoreUnderTest here = new();
        here.Write("made/a b", "");
        File.CreateSymbolicLink(here.At("made/link"), "../%");
        File.SetUnixFileMode(here.At("made"), (UnixFileMode)0b111_101_101);
        File.SetUnixFileMode(here.At("made/a b"), (UnixFileMode)0b110_100_100);

        OutputListing listing = OutputScan.Of(StoreUnderTest.Key, here.At("made"), StoreUnderTest.Host, CancellationToken.None).Listing;

        Encoding.ASCII.GetString(listing.ToBytes()).Should().Be($"""
            mlc.outputs/1 {StoreUnderTest.Key}
            d 0755 .
            f 0644 e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855 0 a%20b
            s link ../%25

            """);
    }

    [Fact]
    public void A_content_is_kept_once_whatever_the_number_of_its_names()
    {
        using StoreUnderTest here = new();
        here.MakeOutputs();
        here.Write("made/copy", "text\n");
        LayeredStore store = here.Open();
        store.Keep(Key("a"), here.At("made"), CancellationToken.None);
        store.Keep(Key("b"), here.At("made"), CancellationToken.None);

        // The tool, the text and nothing, and a listing for each action.
        Files(here, "cas").Should().HaveCount(5);
        Files(here, "ac").Should().HaveCount(2);
        Files(here, "tmp").Should().BeEmpty();
    }

    [Fact]
    public void What_was_not_used_for_longest_goes_first()
    {
        using StoreUnderTest here = new();
        foreach (string name in new[] { "a", "b", "c" })
        {
            here.Write($"{name}/file", new string(name[0], 40_000));
            here.Open().Keep(Key(name), here.At(name), CancellationToken.None);
        }
        foreach (string file in Files(here, ".")) File.SetLastWriteTimeUtc(file, DateTime.UnixEpoch.AddYears(40));
        here.Open().Restore(Key("b"), here.At("back"), CancellationToken.None).Should().BeTrue();

        CacheFiles.Prune(new LocalCache(StoreUnderTest.Host, here.At("store"), TimeProvider.System), StoreUnderTest.Host, 45_000, 0, long.MaxValue, CancellationToken.None).Should().NotBeEmpty();

        here.Open().Restore(Key("b"), here.At("back"), CancellationToken.None).Should().BeTrue();
        here.Open().Restore(Key("a"), here.At("back"), CancellationToken.None).Should().BeFalse();
    }

    [Fact]
    public void A_folder_that_cannot_be_written_is_told_and_stops_nothing()
    {
        using StoreUnderTest here = new();
        here.MakeOutputs();
        here.Write("store", "a file where the folder should be");

        here.Keep(here.Open());
        here.Restore(here.Open()).Should().BeFalse();

        here.Said.Should().ContainSingle().Which.Should().StartWith($"what was made is not kept in the store {here.At("store")}: ");
    }

    private static ActionKey Key(string name) => ActionKey.Of([("name", name)]);

    private static string[] Files(StoreUnderTest here, string part) => Directory.GetFiles(here.At($"store/{part}"), "*", SearchOption.AllDirectories);
}
