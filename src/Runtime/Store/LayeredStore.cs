using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Compiler.Host;
using ManifestLinker.Runtime.Store.Listing;
using ManifestLinker.Runtime.Store.Local;
using ManifestLinker.Runtime.Store.Remote;

namespace ManifestLinker.Runtime.Store;

/// <summary>
/// A folder, and behind it a cache that others share. What comes from the remote one is kept in the folder first, and used from there; what is made
/// here goes to both. A content is held against its digest each time it is used.
/// </summary>
internal sealed class LayeredStore(IHost host, LocalCache local, HttpCache? remote, bool uploads, Action<string> warn) : IActionStore
{
    // Small files are many, and the way to a cache is long.
    private const int AtOnce = 8;

    /// <summary>How large the folder may become; null for any size.</summary>
    public StoreLimit? Limit { get; init; }

    /// <inheritdoc/>
    public bool Restore(ActionKey key, string folder, CancellationToken cancel)
    {
        try
        {
            return Find(key, cancel) is { } listing
                && FetchAll(listing, cancel)
                && OutputRestorer.Restore(listing, folder, host, (digest, to) => Copy(digest, to, cancel), cancel);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            warn($"what the store {local.Folder} has cannot be used: {failure.Message}");
            return false;
        }
    }

    /// <inheritdoc/>
    public void Keep(ActionKey key, string folder, CancellationToken cancel)
    {
        try
        {
            OutputScan scan = OutputScan.Of(key, folder, host, cancel);
            byte[] listing = scan.Listing.ToBytes();
            BlobDigest ofListing = BytesOf(listing);
            byte[] result = ActionResult.Write(scan.Listing, ofListing);
            Dictionary<BlobDigest, ByteSource> contents = new(scan.Sources) { [ofListing] = new MemoryBytes(listing) };
            // An action is there when all that it names is.
            foreach ((BlobDigest digest, ByteSource source) in contents) KeepLocally(digest, source, cancel);
            local.Put(CacheSpace.Actions, key.Hex, stream => Write(stream, result));
            if (uploads) Upload(key, contents.Keys, result, cancel);
            Limit?.Enforce(local, host, cancel);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            warn($"what was made is not kept in the store {local.Folder}: {failure.Message}");
        }
    }

    private OutputListing? Find(ActionKey key, CancellationToken cancel)
    {
        if (ReadResult(key, cancel) is { } here) return here;
        // What is here may be damaged, or name what is gone.
        local.Remove(CacheSpace.Actions, key.Hex);
        return Fetch(CacheSpace.Actions, key.Hex, ActionResult.Longest, null, cancel) ? ReadResult(key, cancel) : null;
    }

    private OutputListing? ReadResult(ActionKey key, CancellationToken cancel)
    {
        using var result = new MemoryStream();
        using (Stream? stream = local.Open(CacheSpace.Actions, key.Hex))
        {
            if (stream is null || stream.Length > ActionResult.Longest) return null;
            stream.CopyTo(result);
        }
        if (ActionResult.ReadListing(result.ToArray()) is not { } digest || digest.Size > ActionResult.Longest) return null;
        using var listing = new MemoryStream();
        return Copy(digest, listing, cancel) ? OutputListing.Read(listing.ToArray(), key) : null;
    }

    private bool FetchAll(OutputListing listing, CancellationToken cancel)
    {
        BlobDigest[] missing = [.. listing.Contents.Where(digest => !local.Has(CacheSpace.Contents, digest.Hex))];
        if (missing.Length > 0 && remote is null) return false;
        return All(missing, digest => FetchContent(digest, cancel), cancel);
    }

    // A content goes where it is wanted only after it was compared: a damaged one leaves half a file, which is written over.
    private bool Copy(BlobDigest digest, Stream to, CancellationToken cancel)
    {
        if (CopyLocal(digest, to, cancel)) return true;
        local.Remove(CacheSpace.Contents, digest.Hex);
        to.SetLength(0);
        return FetchContent(digest, cancel) && CopyLocal(digest, to, cancel);
    }

    private bool CopyLocal(BlobDigest digest, Stream to, CancellationToken cancel)
    {
        using Stream? from = local.Open(CacheSpace.Contents, digest.Hex);
        return from is not null && CopyDigest.Copy(from, to, digest.Size, cancel) == digest;
    }

    private bool FetchContent(BlobDigest digest, CancellationToken cancel) => Fetch(CacheSpace.Contents, digest.Hex, digest.Size, digest, cancel);

    private bool Fetch(CacheSpace space, string hex, long limit, BlobDigest? expected, CancellationToken cancel) =>
        remote is { IsInUse: true } && local.Put(space, hex, stream =>
            remote.Get(space, hex, stream, limit, expected, cancel));

    private void KeepLocally(BlobDigest digest, ByteSource source, CancellationToken cancel)
    {
        if (local.Has(CacheSpace.Contents, digest.Hex)) return;
        if (!local.Put(CacheSpace.Contents, digest.Hex, stream => CopyDigest.Copy(source, stream, cancel) == digest)) throw new IOException("an output changed while it was read");
    }

    private void Upload(ActionKey key, IEnumerable<BlobDigest> contents, byte[] result, CancellationToken cancel)
    {
        if (remote is not { TakesMore: true }) return;
        if (All(contents, digest => Upload(remote, digest, cancel), cancel)) remote.Put(CacheSpace.Actions, key.Hex, result.Length, () => new MemoryStream(result), cancel);
    }

    private bool Upload(HttpCache to, BlobDigest digest, CancellationToken cancel) =>
        to.TakesMore
        && (to.Has(CacheSpace.Contents, digest, cancel) || to.Put(CacheSpace.Contents, digest.Hex, digest.Size, () => Opened(digest), cancel));

    private Stream Opened(BlobDigest digest) =>
        local.Open(CacheSpace.Contents, digest.Hex) ?? throw new IOException("a content has gone from the store");

    private static bool Write(Stream stream, byte[] bytes)
    {
        stream.Write(bytes);
        return true;
    }

    private static BlobDigest BytesOf(byte[] bytes) => new(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)), bytes.Length);

    // Whether all went well; none is begun after the first that did not.
    private static bool All(IEnumerable<BlobDigest> contents, Func<BlobDigest, bool> handle, CancellationToken cancel)
    {
        try
        {
            return Parallel.ForEach(contents, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel }, (digest, loop) =>
            {
                if (!handle(digest)) loop.Stop();
            }).IsCompleted;
        }
        catch (AggregateException several) when (several.InnerExceptions[0] is IOException or UnauthorizedAccessException)
        {
            // No space for one is no space for all.
            throw new IOException(several.InnerExceptions[0].Message, several);
        }
    }
}
