using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;

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
    private readonly RemoteState answers;
    private readonly RemoteState uploads;
    private volatile bool hasLied;
    private int warnings;
    private readonly TimeSpan timeout;
    private readonly HttpClient client;

    /// <summary>Asks <paramref name="address"/>, and waits for an answer for <paramref name="timeout"/>; <paramref name="warn"/> is told once if it does not serve.</summary>
    public HttpCache(RemoteAddress address, TimeSpan timeout, Action<string> warn)
    {
        this.address = address;
        this.timeout = timeout;
        answers = new RemoteState(why => WarnOnce($"the remote store {address.Url} does not serve: {why}; going on without it"));
        uploads = new RemoteState(why => WarnOnce($"the remote store {address.Url} takes nothing: {why}; nothing more goes there"));
        // A cache that sends elsewhere is none, and a proxy between would be asked for what the neighbour has.
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false, UseCookies = false, ConnectTimeout = timeout, PooledConnectionLifetime = Timeout.InfiniteTimeSpan };
        client = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };

        void WarnOnce(string message)
        {
            if (Interlocked.Increment(ref warnings) == 1) warn(message);
        }
    }

    /// <summary>Whether the cache still answers.</summary>
    public bool IsInUse => answers.IsInUse;

    /// <summary>Whether the cache still answers, and takes what it is given.</summary>
    public bool TakesMore => answers.IsInUse && uploads.IsInUse;

    /// <summary>
    /// Gets a file into <paramref name="to"/>: the content <paramref name="expected"/> where one is given, else at most <paramref name="limit"/> bytes of
    /// whatever it is; false where the cache does not have it, or not the whole of it, or something else in its place.
    /// </summary>
    public bool Get(CacheSpace space, string hex, Stream to, long limit, BlobDigest? expected, CancellationToken cancel) => Ask(HttpMethod.Get, space, hex, null, 0, (response, late) =>
    {
        using Stream body = response.Content.ReadAsStream(late.Token);
        using var watched = new TimedStream(body, late, timeout, (long)(SlowestRate * timeout.TotalSeconds));
        BlobDigest digest = CopyDigest.Copy(watched, to, limit, late.Token);
        if (digest.Size > limit || (expected is not null && digest != expected))
        {
            hasLied = true;
            throw new Refusal("it has something else in the place of what it is asked for");
        }
        if (response.Content.Headers.ContentLength is { } announced && announced != digest.Size) throw new Refusal("an answer was cut short");
        return true;
    }, cancel);

    /// <summary>Whether the cache has a content; one that had something else in the place of any is not believed, so that what is wrong there is put right.</summary>
    public bool Has(CacheSpace space, BlobDigest content, CancellationToken cancel) =>
        !hasLied
        && Ask(HttpMethod.Head, space, content.Hex, null, 0, (response, _) => (response.Content.Headers.ContentLength ?? content.Size) == content.Size, cancel);

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
        null,
        cancel);

    /// <inheritdoc/>
    public void Dispose() => client.Dispose();

    // True where the answer is that all is well. That there is no such file is an answer, too.
    private bool Ask(HttpMethod method, CacheSpace space, string hex, Func<HttpContent>? body, long bytes, Func<HttpResponseMessage, CancellationTokenSource, bool>? read, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        RemoteState state = method == HttpMethod.Put ? uploads : answers;
        if (!answers.IsInUse || !state.IsInUse) return false;
        using var late = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        late.CancelAfter(timeout + TimeSpan.FromSeconds(Math.Min(bytes, 1L << 40) / SlowestRate));
        try
        {
            using var request = new HttpRequestMessage(method, address.Of(space, hex)) { Content = body?.Invoke() };
            request.Headers.Authorization = address.Credentials;
            using HttpResponseMessage response = client.Send(request, HttpCompletionOption.ResponseHeadersRead, late.Token);
            if (!response.IsSuccessStatusCode && (body is not null || response.StatusCode != HttpStatusCode.NotFound)) throw new Refusal($"it answers {(int)response.StatusCode}");
            bool isGood = response.IsSuccessStatusCode && (read is null || read(response, late));
            state.Succeeded();
            return isGood;
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or OperationCanceledException or InvalidOperationException)
        {
            cancel.ThrowIfCancellationRequested();
            state.Failed(failure is OperationCanceledException ? "it is too slow" : Reason(failure));
            return false;
        }
    }

    // What the class library says may hold what the cache sent, which is nothing for a terminal.
    private static string Reason(Exception failure) => failure switch
    {
        Refusal refusal => refusal.Message,
        HttpRequestException { InnerException: SocketException { SocketErrorCode: SocketError.ConnectionRefused } } => "the connection is refused",
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => "there is no such host",
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => "there is no secure connection to it",
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } => "it is out of reach",
        HttpRequestException { HttpRequestError: HttpRequestError.InvalidResponse } => "it does not speak HTTP",
        _ => "the connection broke",
    };

    private sealed class Refusal(string why) : IOException(why);
}
