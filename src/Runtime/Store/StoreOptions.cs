using System.CommandLine;
using ManifestLinker.Runtime.Invocations;
using ManifestLinker.Runtime.Project;
using ManifestLinker.Runtime.Store.Remote;
using ManifestLinker.Runtime.Workspace;

namespace ManifestLinker.Runtime.Store;

/// <summary>The options that say where what was made is kept from one run to the next, in place of [store] of the workspace.</summary>
internal sealed class StoreOptions
{
    private readonly Option<string?> folder = ProjectOptions.Single("--store", "DIR", "Keep what is made in DIR, so that it need not be made again.");
    private readonly Option<string?> remote = ProjectOptions.Single("--remote-store", "URL", "Share what is made with others by the cache at URL, which speaks the protocol of Bazel's HTTP caches.");
    private readonly Option<bool> none = new("--no-store") { Description = "Keep nothing, and take nothing that was kept." };

    public void AddTo(Command command)
    {
        command.Add(folder);
        command.Add(remote);
        command.Add(none);
    }

    /// <summary>The settings; null for no store.</summary>
    public StoreSettings? Read(ParseResult options, WorkspaceFile workspace, Invocation invocation)
    {
        if (options.GetValue(none)) return null;
        Func<string, string> full = invocation.Host.Files.Path.GetFullPath;
        StoreSettings settings = StoreSettings.Of(workspace, full);
        if (options.GetValue(folder) is { } given) settings = settings with { Directory = full(given) };
        if (options.GetValue(remote) is not { } url) return settings;
        if (RemoteAddress.Parse(url) is null) throw new UsageException("--remote-store: this is no address of a remote store", "write it as http://HOST:PORT, or with https");
        return settings with { Remote = url };
    }
}
