using System.IO.Abstractions;
using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Compiler.Host;

namespace ManifestLinker.Compiler.Audit.Cache;

/// <summary>The folder of a cache, in which everything may fail and nothing may fail a run.</summary>
internal static class CacheFolder
{
    /// <summary>Makes the folder, if it can be made.</summary>
    public static void TryMake(IHost host, string folder) => Try(() => host.Files.Directory.CreateDirectory(folder));

    /// <summary>
    /// The time by the clock of the file system that <paramref name="folder"/> lies on, in nanoseconds since 1970 UTC: that of a file that is made for
    /// the purpose. 0 where none can be made.
    /// </summary>
    public static long Now(IHost host, string folder)
    {
        string clock = host.Files.Path.Combine(folder, ".clock");
        long now = 0;
        Try(() =>
        {
            WholeFile.Write(host.Files, clock, "\n"u8);
            now = host.Status(clock)?.ChangedNanoseconds ?? 0;
            host.Files.File.Delete(clock);
        });
        return now;
    }

    /// <summary>The bytes of the file at <paramref name="path"/>; none where there is no such file, it cannot be read, or it has more than <paramref name="most"/>.</summary>
    public static byte[] TryRead(IHost host, string path, long most)
    {
        byte[] bytes = [];
        Try(() =>
        {
            if (host.Status(path) is { Kind: Tree.FileKind.Regular } status && status.Size <= most) bytes = new FileBytes(host.Files, path, status.Size).ToArray();
        });
        return bytes;
    }

    /// <summary>Puts <paramref name="bytes"/> at <paramref name="path"/> in place of what was there, all at once or not at all.</summary>
    public static void TryWrite(IHost host, string path, byte[] bytes) => Try(() => WholeFile.Write(host.Files, path, bytes));

    private static void Try(Action action)
    {
        try
        {
            action();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException or System.Security.SecurityException)
        {
            // A run without a cache is slower, and otherwise the same.
        }
    }
}
