using ManifestLinker.Compiler.Host;
using ManifestLinker.Runtime.Store.Local;

namespace ManifestLinker.Runtime.Store;

/// <summary>How large the folder of a store may become, in bytes.</summary>
internal sealed record StoreLimit(long Bytes, TimeProvider Clock)
{
    private const long NanosecondsPerTick = 100;

    /// <summary>Now, in nanoseconds since 1970 UTC, as the times of files are.</summary>
    public static long Nanoseconds(DateTimeOffset time) => (time - DateTimeOffset.UnixEpoch).Ticks * NanosecondsPerTick;

    /// <summary>Removes what goes beyond it, longest unused first.</summary>
    public void Enforce(LocalCache cache, IHost host, CancellationToken cancel) =>
        CacheFiles.Prune(cache, host, Bytes, before: 0, Nanoseconds(Clock.GetUtcNow()), cancel);
}
