using System.Net;
using System.Net.Http.Headers;

namespace ManifestLinker.Runtime.Store.Remote;

/// <summary>
/// A cache that is reached by the protocol of Bazel's HTTP caches: <c>GET</c>, <c>HEAD</c> and <c>PUT</c> of <c>/ac/HEX</c> and <c>/cas/HEX</c>. Nothing it
/// does can fail a run: whatever is not answered in full and in time counts as not there.
/// </summary>
internal sealed class HttpCache : IDisposable
{
    // Slower than this, a cache is slower than most of what it saves: bytes a second.
    private const long SlowestRate = 64 * 1024;

    private readonly RemoteAddress address;
    private readonly RemoteState state;
    private readonly TimeSpan timeout;
    private readonly HttpClient client;

    /// <summary>Asks <paramref name="address"/>, and waits for an answer for <paramref name="timeout"/>; <paramref name="warn"/> is told once if it does not serve.</summary>
    public HttpCache(RemoteAddress address, TimeSpan timeout, Action<string> warn)
    {
        this.address = address;
        this.timeout = timeout;
        state = new RemoteState(address, warn);
        // A cache that sends elsewhere is none, and a proxy between would be asked for what the neighbour has.
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false, UseCookies = false, ConnectTimeout = timeout, PooledConnectionLifetime = Timeout.InfiniteTimeSpan };
        client = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <summary>Whether the cache still answers.</summary>
    public bool IsInUse => state.IsInUse;

    /// <summary>
    /// Gets a file into <paramref name="to"/>, at most <paramref name="limit"/> bytes of it, and gives its digest; null where the cache does not have
    /// it, or not the whole of it.
    /// </summary>
    public BlobDigest? Get(CacheSpace space, string hex, Stream to, long limit, CancellationToken cancel)
    {
        BlobDigest? digest = null;
        Ask(HttpMethod.Get, space, hex, null, limit, cancel, (response, until) =>
        {
            using Stream body = response.Content.ReadAsStream(until);
            using var watched = new TimedStream(body, until);
            digest = CopyDigest.Copy(watched, to, limit, until);
            if (response.Content.Headers.ContentLength is { } announced && announced != digest.Value.Size) throw new HttpRequestException("an answer was cut short");
        });
        return digest;
    }

    /// <summary>Whether the cache has a file.</summary>
    public bool Has(CacheSpace space, string hex, CancellationToken cancel) => Ask(HttpMethod.Head, space, hex, null, 0, cancel, null);

    /// <summary>Gives the cache a file of <paramref name="size"/> bytes, which <paramref name="open"/> opens; false where it does not take it.</summary>
    public bool Put(CacheSpace space, string hex, long size, Func<Stream> open, CancellationToken cancel) => Ask(
        HttpMethod.Put,
        space,
        hex,
        () =>
        {
            var content = new StreamContent(open());
            content.Headers.ContentLength = size;
            content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
            return content;
        },
        size,
        cancel,
        null);

    /// <inheritdoc/>
    public void Dispose() => client.Dispose();

    // True where the answer is that all is well. That there is no such file is an answer, too.
    private bool Ask(HttpMethod method, CacheSpace space, string hex, Func<HttpContent>? body, long bytes, CancellationToken cancel, Action<HttpResponseMessage, CancellationToken>? read)
    {
        cancel.ThrowIfCancellationRequested();
        if (!state.IsInUse) return false;
        using var late = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        late.CancelAfter(timeout + TimeSpan.FromSeconds(Math.Min(bytes, 1L << 40) / SlowestRate));
        try
        {
            using var request = new HttpRequestMessage(method, address.Of(space, hex)) { Content = body?.Invoke() };
            request.Headers.Authorization = address.Credentials;
            using HttpResponseMessage response = client.Send(request, HttpCompletionOption.ResponseHeadersRead, late.Token);
            if (response.IsSuccessStatusCode) read?.Invoke(response, late.Token);
            else if (response.StatusCode != HttpStatusCode.NotFound) throw new HttpRequestException($"it answers {(int)response.StatusCode}");
            state.Succeeded();
            return response.IsSuccessStatusCode;
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or OperationCanceledException or InvalidOperationException)
        {
            cancel.ThrowIfCancellationRequested();
            state.Failed(failure is OperationCanceledException ? "it is too slow" : Reason(failure));
            return false;
        }
    }

    private static string Reason(Exception failure) => failure is HttpRequestException { InnerException: System.Net.Sockets.SocketException refused }
        ? refused.SocketErrorCode switch
        {
            System.Net.Sockets.SocketError.ConnectionRefused => "the connection is refused",
            System.Net.Sockets.SocketError.HostNotFound => "there is no such host",
            _ => "it is out of reach",
        }
        : failure is HttpRequestException { InnerException: null } told ? told.Message : "the connection broke";
}
