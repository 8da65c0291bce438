using ManifestLinker.Runtime.Store;
using ManifestLinker.Testing;

namespace ManifestLinker.Runtime.Tests.Store;

/// <summary>Stores that several builders use at once.</summary>
public class SharedStoreTests
{
    [Fact]
    public void Many_may_use_one_folder_at_once()
    {
        using StoreUnderTest stores = new();
        stores.MakeOutputs();
        string made = FolderText.Of(stores.At("made"));
        ActionKey[] keys = [.. Enumerable.Range(0, 5).Select(index => ActionKey.Of([("n", $"{index}")]))];

        // Each has counters of its own, so that the names of what is not whole yet are the same for all.
        Parallel.For(0, 8, new ParallelOptions { MaxDegreeOfParallelism = 8 }, builder =>
        {
            LayeredStore store = stores.Open();
            for (int round = 0; round < 6; round++)
            {
                ActionKey key = keys[(builder + round) % keys.Length];
                store.Keep(key, stores.At("made"), CancellationToken.None);
                store.Restore(key, stores.At($"restored-{builder}"), CancellationToken.None).Should().BeTrue();
                FolderText.Of(stores.At($"restored-{builder}")).Should().Be(made);
            }
        });

        stores.Said.Should().BeEmpty();
        Directory.GetFileSystemEntries(stores.At("store/tmp")).Should().BeEmpty();
    }

    [Fact]
    public void Builders_share_what_they_make_by_way_of_a_remote_store()
    {
        using StoreUnderTest stores = new();
        using CacheServer server = new();

        Share(stores, server.Url);

        server.Asked.Clear();
        stores.Restore(stores.Open("b", server.Url), "once more").Should().BeTrue();
        server.Asked.Should().BeEmpty("what came from there is here now");
    }

    [FactNeeding("nginx")]
    public void Builders_share_what_they_make_by_way_of_nginx()
    {
        using StoreUnderTest stores = new();
        using Nginx nginx = Nginx.Start(stores.At("nginx"));

        Share(stores, nginx.Url);
        Share(stores, nginx.Url + "/below/that");

        Walk.Below(nginx.Root).Should().Contain($"ac/{StoreUnderTest.Key}").And.Contain($"below/that/ac/{StoreUnderTest.Key}");
    }

    [Fact]
    public void One_that_may_not_upload_takes_and_does_not_give()
    {
        using StoreUnderTest stores = new();
        using CacheServer server = new();
        stores.MakeOutputs();

        stores.Keep(stores.Open("a", server.Url, uploads: false), stores.At("made"));
        server.Asked.Should().BeEmpty();
        stores.Keep(stores.Open("b", server.Url), stores.At("made"));

        stores.Restore(stores.Open("c", server.Url, uploads: false)).Should().BeTrue();
    }

    private static void Share(StoreUnderTest stores, string url)
    {
        string maker = Path.GetRandomFileName(), taker = "b", to = $"restored-{maker}";
        stores.MakeOutputs(maker);
        stores.Write($"{maker}/large", string.Concat(Enumerable.Range(0, 300_000)));
        if (Directory.Exists(stores.At(taker))) Directory.Delete(stores.At(taker), recursive: true);
        stores.Restore(stores.Open(taker, url), to).Should().BeFalse();

        stores.Keep(stores.Open("a", url), stores.At(maker));

        stores.Restore(stores.Open(taker, url), to).Should().BeTrue();
        FolderText.Of(stores.At(to)).Should().Be(FolderText.Of(stores.At(maker)));
        stores.Said.Should().BeEmpty();
    }
}
