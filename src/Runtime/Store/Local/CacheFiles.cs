using ManifestLinker.Compiler.Host;
using ManifestLinker.Compiler.Tree;

namespace ManifestLinker.Runtime.Store.Local;

/// <summary>What a local cache holds, and the removal of what was not used for longest.</summary>
internal static class CacheFiles
{
    /// <summary>After this time nobody is still writing a file, in nanoseconds: a day.</summary>
    private const long Abandoned = 24L * 3600 * 1_000_000_000;

    /// <summary>The files of <paramref name="cache"/>, those used last first.</summary>
    public static IReadOnlyList<CacheFile> Of(LocalCache cache, IHost host, CancellationToken cancel)
    {
        var files = new List<CacheFile>();
        foreach (CacheSpace space in new[] { CacheSpace.Actions, CacheSpace.Contents })
        {
            foreach (string path in Below(host, cache.FolderOf(space)))
            {
                cancel.ThrowIfCancellationRequested();
                if (BlobDigest.IsHex(host.Files.Path.GetFileName(path)) && host.Status(path) is { Kind: FileKind.Regular } status) files.Add(new CacheFile(space, path, status.Size, status.ModifiedNanoseconds));
            }
        }
        files.Sort((a, b) => a.Used != b.Used ? b.Used.CompareTo(a.Used) : string.CompareOrdinal(a.Path, b.Path));
        return files;
    }

    /// <summary>
    /// Removes files of <paramref name="cache"/> until the rest has at most <paramref name="most"/> bytes and none is unused since
    /// <paramref name="before"/> (nanoseconds since 1970 UTC), and what killed processes left; gives what was removed.
    /// </summary>
    public static IReadOnlyList<CacheFile> Prune(LocalCache cache, IHost host, long most, long before, long now, CancellationToken cancel)
    {
        foreach (string path in Below(host, cache.Unfinished))
        {
            if (host.Status(path) is { } status && status.ModifiedNanoseconds < now - Abandoned) host.Files.File.Delete(path);
        }
        var removed = new List<CacheFile>();
        long kept = 0;
        foreach (CacheFile file in Of(cache, host, cancel))
        {
            if (kept + file.Size <= most && file.Used >= before)
            {
                kept += file.Size;
                continue;
            }
            host.Files.File.Delete(file.Path);
            removed.Add(file);
        }
        return removed;
    }

    private static IEnumerable<string> Below(IHost host, string folder) => host.Files.Directory.Exists(folder)
        ? host.Files.Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        : [];
}
