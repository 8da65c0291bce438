using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using ManifestLinker.Runtime.Store;

namespace ManifestLinker.Runtime.Tests.Store;

/// <summary>Whatever a remote store does, it gives what was made or counts as not there, soon, and the build goes on.</summary>
public class HostileServerTests
{
    private const double Timeout = 0.6;

    private static readonly Dictionary<string, CacheServer.Deed> Misdeeds = new(StringComparer.Ordinal)
    {
        ["answers 500"] = async (to, _, _, _) => await Said(to, "HTTP/1.1 500 Oops\r\nContent-Length: 0\r\n\r\n"),
        ["hangs up"] = (_, _, _, _) => Task.FromResult(true),
        ["is silent"] = async (_, _, _, closing) => await Silent(closing),
        ["stops within the head"] = async (to, _, _, closing) => await Said(to, "HTTP/1.1 200 OK\r\nContent-Le") && await Silent(closing),
        ["speaks another language"] = async (to, _, _, _) => await Said(to, "SSH-2.0-OpenSSH_9.2\r\n\r\n"),
        ["sends round in circles"] = async (to, request, _, _) =>
            await Said(to, $"HTTP/1.1 302 Found\r\nLocation: {request.Split(' ')[1]}\r\nContent-Length: 0\r\n\r\n"),
        ["has a welcome page for everything"] = async (to, _, _, _) => await Said(to, "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 20\r\n\r\n<html>welcome</html>"),
        ["cuts all short"] = async (to, _, stored, _) => await Said(to, Head(stored?.Length ?? 1)) && await Bytes(to, stored?[..^1] ?? []),
        ["announces less than it sends"] = async (to, _, stored, _) => await Said(to, Head(Math.Max(0, (stored?.Length ?? 1) - 1))) && await Bytes(to, stored ?? []),
        ["sends more than there is"] = async (to, _, stored, _) => await Said(to, Head((stored?.Length ?? 0) + 1)) && await Bytes(to, [.. stored ?? [], 0]),
        ["has other bytes"] = async (to, _, stored, _) => await Said(to, Head(stored?.Length ?? 0)) && await Bytes(to, [.. (stored ?? []).Select(value => (byte)(value ^ 1))]),
        ["never ends"] = async (to, _, _, closing) =>
        {
            await Said(to, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
            while (!closing.IsCancellationRequested) await Said(to, "4000\r\n" + new string('x', 0x4000) + "\r\n");
            return true;
        },
        ["drips"] = async (to, _, _, closing) =>
        {
            await Said(to, Head(1_000_000));
            while (!closing.IsCancellationRequested)
            {
                await Said(to, "x");
                await Task.Delay(50, closing);
            }
            return true;
        },
    };

    public static TheoryData<string> Names => [.. Misdeeds.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void One_that_does_wrong_counts_as_not_there(string what)
    {
        using StoreUnderTest stores = new();
        using CacheServer server = new();
        stores.MakeOutputs();
        stores.Keep(stores.Open("a", server.Url), stores.At("made"));
        stores.Write("restored/old", "as it was");
        server.Misdeed = Misdeeds[what];
        LayeredStore other = stores.Open("b", server.Url, timeout: Timeout);
        var watch = Stopwatch.StartNew();

        stores.Restore(other).Should().BeFalse();
        Directory.GetFileSystemEntries(stores.At("restored")).Should().Equal(stores.At("restored/old"));
        stores.Keep(other, stores.At("made"));
        stores.Restore(other).Should().BeTrue("what was made here is here");

        watch.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(60));
        stores.Said.Count.Should().BeLessThanOrEqualTo(1, "it is told once: {0}", string.Join('\n', stores.Said));
        string.Concat(stores.Said).Should().NotContainAny("SSH", "html", "Exception", "status line");
        FolderText.Of(stores.At("restored")).Should().Be(FolderText.Of(stores.At("made")));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void One_that_does_wrong_with_contents_alone_counts_as_not_there(string what)
    {
        using StoreUnderTest stores = new();
        using CacheServer server = new();
        stores.MakeOutputs();
        stores.Keep(stores.Open("a", server.Url), stores.At("made"));
        string tool = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData("#!/bin/sh\n"u8));
        server.Misdeed = async (to, request, stored, closing) => request.StartsWith($"GET /cas/{tool} ", StringComparison.Ordinal) && await Misdeeds[what](to, request, stored, closing);

        stores.Restore(stores.Open("b", server.Url, timeout: Timeout)).Should().BeFalse();

        Directory.Exists(stores.At("restored")).Should().BeFalse();
        stores.Said.Count.Should().BeLessThanOrEqualTo(1);
    }

    [Fact]
    public void One_that_is_not_there_is_told_once_and_costs_nothing()
    {
        using StoreUnderTest stores = new();
        using var closed = new TcpListener(IPAddress.Loopback, 0);
        closed.Start();
        int port = ((IPEndPoint)closed.LocalEndpoint).Port;
        closed.Stop();
        LayeredStore store = stores.Open(remote: string.Create(CultureInfo.InvariantCulture, $"http://me:secret@127.0.0.1:{port}/cache"));
        stores.MakeOutputs();

        for (int time = 0; time < 5; time++) stores.Restore(store).Should().BeFalse();
        stores.Keep(store, stores.At("made"));

        stores.Restore(store).Should().BeTrue();
        stores.Said.Should().ContainSingle().Which.Should().Contain($"http://127.0.0.1:{port}/cache").And.Contain("refused").And.Contain("going on without it").And.NotContain("secret");
    }

    [Fact]
    public void A_content_that_is_wrong_there_is_put_right_by_whoever_makes_it_next()
    {
        using StoreUnderTest stores = new();
        using CacheServer server = new();
        stores.MakeOutputs();
        stores.Keep(stores.Open("a", server.Url), stores.At("made"));
        foreach (string path in server.Stored.Keys.Where(path => path.StartsWith("/cas/", StringComparison.Ordinal)))
            server.Stored[path] = [.. server.Stored[path].Select(value => (byte)(value ^ 1))];
        LayeredStore second = stores.Open("b", server.Url);

        stores.Restore(second).Should().BeFalse();
        stores.Keep(second, stores.At("made"));

        stores.Restore(stores.Open("c", server.Url)).Should().BeTrue();
        FolderText.Of(stores.At("restored")).Should().Be(FolderText.Of(stores.At("made")));
    }

    [Fact]
    public void One_that_takes_nothing_still_gives_what_it_has()
    {
        using StoreUnderTest stores = new();
        using CacheServer server = new();
        stores.MakeOutputs();
        stores.Keep(stores.Open("a", server.Url), stores.At("made"));
        server.Misdeed = async (to, request, _, _) => request.StartsWith("PUT ", StringComparison.Ordinal) && await Said(to, "HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        LayeredStore other = stores.Open("b", server.Url);
        foreach (int index in Enumerable.Range(0, 20)) stores.Write($"more/{index}", $"{index}");
        other.Keep(ActionKey.Of([("another", "one")]), stores.At("more"), CancellationToken.None);

        stores.Restore(other).Should().BeTrue();

        stores.Said.Should().ContainSingle().Which.Should().Contain("403");
    }

    [Fact]
    public void Who_asks_is_proved_and_not_shown()
    {
        using StoreUnderTest stores = new();
        using CacheServer server = new();
        stores.MakeOutputs();

        stores.Keep(stores.Open("a", server.Url.Replace("//", "//me:s%40y@", StringComparison.Ordinal) + "/one/two/"), stores.At("made"));

        server.Asked.Should().NotBeEmpty().And.OnlyContain(request => request.Contains("Authorization: Basic bWU6c0B5\r\n", StringComparison.Ordinal));
        server.Stored.Keys.Should().Contain($"/one/two/ac/{StoreUnderTest.Key}");
    }

    [Fact]
    public void The_action_goes_up_after_all_that_it_names()
    {
        using StoreUnderTest stores = new();
        using CacheServer server = new();
        stores.MakeOutputs();

        stores.Keep(stores.Open("a", server.Url), stores.At("made"));

        string[] put = [.. server.Asked.Where(request => request.StartsWith("PUT ", StringComparison.Ordinal)).Select(request => request.Split(' ')[1])];
        put[..^1].Should().OnlyContain(path => path.StartsWith("/cas/", StringComparison.Ordinal));
        put[^1].Should().Be($"/ac/{StoreUnderTest.Key}");
        server.Misdeed = async (to, request, _, _) => request.StartsWith("PUT /cas/", StringComparison.Ordinal) && await Said(to, "HTTP/1.1 507 Full\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        server.Stored.Clear();
        stores.Keep(stores.Open("b", server.Url), stores.At("made"));
        server.Stored.Should().BeEmpty("an action without its contents is none");
    }

    private static string Head(int length) => string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 200 OK\r\nContent-Length: {length}\r\n\r\n");

    private static async Task<bool> Said(NetworkStream to, string text)
    {
        await CacheServer.Say(to, text);
        return true;
    }

    private static async Task<bool> Bytes(NetworkStream to, byte[] bytes)
    {
        await to.WriteAsync(bytes);
        return true;
    }

    private static async Task<bool> Silent(CancellationToken closing)
    {
        await Task.Delay(System.Threading.Timeout.Infinite, closing);
        return true;
    }
}
