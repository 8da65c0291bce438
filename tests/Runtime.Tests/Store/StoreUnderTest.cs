using System.Collections.Concurrent;
using System.IO.Abstractions;
using ManifestLinker.Compiler.Host;
using ManifestLinker.Runtime.Store;
using ManifestLinker.Runtime.Store.Local;
using ManifestLinker.Runtime.Store.Remote;
using ManifestLinker.Testing;

namespace ManifestLinker.Runtime.Tests.Store;

/// <summary>A folder with stores, outputs, and what the stores said.</summary>
internal sealed class StoreUnderTest : IDisposable
{
    public static readonly LinuxHost Host = new(new FileSystem());

    public static readonly ActionKey Key = ActionKey.Of([("a", "b")]);

    private readonly TemporaryFolder folder = new();

    public ConcurrentQueue<string> Said { get; } = new();

    public string Path => folder.Path;

    public string At(string name) => folder.At(name);

    public string Write(string name, string text) => folder.Write(name, text);

    /// <summary>The store in the folder <paramref name="name"/>, as a builder with that disk has it.</summary>
    public LayeredStore Open(string name = "store", string? remote = null, bool uploads = true, double timeout = 10) => new(
        Host,
        new LocalCache(Host, At(name), TimeProvider.System),
        remote is null ? null : new HttpCache(RemoteAddress.Parse(remote)!, TimeSpan.FromSeconds(timeout), Said.Enqueue),
        uploads,
        Said.Enqueue);

    /// <summary>A small folder with one of everything.</summary>
    public string MakeOutputs(string name = "made")
    {
        Write($"{name}/bin/tool", "#!/bin/sh\n");
        Write($"{name}/etc/a file", "text\n");
        Write($"{name}/etc/empty", "");
        Directory.CreateDirectory(At($"{name}/nothing"));
        File.SetUnixFileMode(At($"{name}/bin/tool"), (UnixFileMode)0b111_101_101);
        File.CreateSymbolicLink(At($"{name}/link"), "../outside");
        Host.MakeHardLink(At($"{name}/bin/other"), At($"{name}/bin/tool"));
        return At(name);
    }

    public bool Restore(LayeredStore store, string to = "restored") => store.Restore(Key, At(to), CancellationToken.None);

    public void Keep(LayeredStore store, string from = "made") => store.Keep(Key, At(from), CancellationToken.None);

    public void Dispose() => folder.Dispose();
}
