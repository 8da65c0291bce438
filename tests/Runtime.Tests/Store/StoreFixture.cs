using System.IO.Abstractions;
using ManifestLinker.Compiler.Host;
using ManifestLinker.Runtime.Store;
using ManifestLinker.Runtime.Store.Local;
using ManifestLinker.Runtime.Store.Remote;
using ManifestLinker.Testing;

namespace ManifestLinker.Runtime.Tests.Store;

/// <summary>A store in a folder for one test, perhaps with a remote cache behind it.</summary>
internal sealed class StoreFixture : IDisposable
{
    public static readonly LinuxHost Host = new(new FileSystem());

    private readonly TemporaryFolder folder = new();

    public List<string> Warnings { get; } = [];

    public string At(string name) => folder.At(name);

    public TemporaryFolder Folder => folder;

    public LayeredStore Open(string name = "store", string? remote = null, bool uploads = true, int timeout = 5, long? most = null)
    {
        HttpCache? cache = remote is null ? null : new HttpCache(RemoteAddress.Parse(remote)!, TimeSpan.FromSeconds(timeout), Warnings.Add);
        return new LayeredStore(Host, Local(name), cache, uploads, Warnings.Add) { Limit = most is { } bytes ? new StoreLimit(bytes, TimeProvider.System) : null };
    }

    public LocalCache Local(string name = "store") => new(Host, At(name), TimeProvider.System);

    public static ActionKey Key(string name) => ActionKey.Of([("name", name)]);

    /// <summary>A tree with one of everything that a phase makes.</summary>
    public string[] MakeTree(string name, string content = "content\n")
    {
        folder.Write($"{name}/usr/bin/ls", content);
        folder.Write($"{name}/usr/bin/with blank % and ü", "");
        folder.Write($"{name}/usr/lib/large", new string('x', 300_000));
        Directory.CreateDirectory(At($"{name}/empty"));
        File.SetUnixFileMode(At($"{name}/usr/bin/ls"), (UnixFileMode)0x16d);
        File.SetUnixFileMode(At($"{name}/empty"), (UnixFileMode)0x1c0);
        Host.MakeHardLink(At($"{name}/usr/bin/dir"), At($"{name}/usr/bin/ls"));
        File.CreateSymbolicLink(At($"{name}/usr/lib/so"), "../nowhere at all");
        return Describe(name);
    }

    /// <summary>Types, modes, links, hard links and contents of all that lies in a folder.</summary>
    public string[] Describe(string name)
    {
        var first = new Dictionary<ulong, string>();
        return [.. Walk.Below(At(name)).Prepend(".").Select(path =>
        {
            FileStatus status = Host.Status($"{At(name)}/{path}")!.Value;
            if (status.Links > 1 && !Directory.Exists($"{At(name)}/{path}") && !first.TryAdd(status.Inode, path)) return $"{path} = {first[status.Inode]}";
            string text = status.Kind switch
            {
                Compiler.Tree.FileKind.Regular => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes($"{At(name)}/{path}"))),
                Compiler.Tree.FileKind.SymbolicLink => Host.LinkText($"{At(name)}/{path}"),
                _ => "",
            };
            return $"{path} {status.Kind} {Convert.ToString(status.Permissions, 8)} {text}";
        })];
    }

    public void Dispose() => folder.Dispose();
}
