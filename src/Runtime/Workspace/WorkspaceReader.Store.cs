using ManifestLinker.Runtime.Store;
using ManifestLinker.Runtime.Store.Remote;

namespace ManifestLinker.Runtime.Workspace;

/// <content><c>[store]</c>.</content>
internal static partial class WorkspaceReader
{
    private const long LongestTimeout = 3600;
    private const long MostMiB = 1L << 30;

    private static StoreSection Store(SectionReader? section)
    {
        var store = new StoreSection(
            section?.Text("directory", about: $"The folder of the store, relative to this file; {StoreSettings.DefaultDirectory} beside it where it is left out."),
            section?.Text("remote", section.RemoteStore, about: "A cache that others share, by the protocol of Bazel's HTTP caches: http://HOST:PORT, https, with USER:PASSWORD@ if need be."),
            section?.Boolean("upload", about: "Whether what is made here goes to the remote cache; true where it is left out."),
            section?.Integer("timeout", "seconds", 1, LongestTimeout, about: $"How many seconds the remote cache may take to answer; {StoreSettings.DefaultTimeout} where it is left out."),
            section?.Integer("max-size", "MiB", 1, MostMiB, about: "How large the folder may become, in MiB: what was not used for longest goes first. Where it is left out, nothing goes by itself."));
        section?.RejectTheRest();
        return store;
    }

    extension(SectionReader section)
    {
        private Placed<string>? RemoteStore(Placed<string> text)
        {
            text.Shape?.BeText("^https?://");
            if (text.Shape is not null || RemoteAddress.Parse(text.Value) is not null) return text;
            // Whatever it is, there may be a password in it.
            section.Report(text.Location, "this is no address of a remote store", "write it as \"http://HOST:PORT\", or with https");
            return null;
        }
    }
}
