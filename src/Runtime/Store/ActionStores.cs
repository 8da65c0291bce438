using ManifestLinker.Runtime.Invocations;
using ManifestLinker.Runtime.Store.Local;
using ManifestLinker.Runtime.Store.Remote;

namespace ManifestLinker.Runtime.Store;

/// <summary>Opens stores.</summary>
internal static class ActionStores
{
    /// <summary>The store that <paramref name="settings"/> name. What it cannot do, it says once, and goes on.</summary>
    public static LayeredStore Open(StoreSettings settings, Invocation invocation)
    {
        Action<string> warn = message => invocation.Error.WriteLine($"mlc: warning: {message}");
        HttpCache? remote = settings.Remote is { } url && RemoteAddress.Parse(url) is { } address ? new HttpCache(address, TimeSpan.FromSeconds(settings.Timeout), warn) : null;
        return new LayeredStore(invocation.Host, LocalAt(settings.Directory, invocation), remote, settings.Uploads, warn)
        {
            Limit = settings.MostBytes is { } most ? new StoreLimit(most, invocation.Clock) : null,
        };
    }

    /// <summary>The folder of a store.</summary>
    public static LocalCache LocalAt(string folder, Invocation invocation) => new(invocation.Host, folder, invocation.Clock);
}
