using System.IO.Abstractions;

namespace ManifestLinker.Linker.Open;

/// <summary>Finds the listing that the link wrote beside a platform.</summary>
public static class ListingBeside
{
    /// <summary>
    /// <c>PREFIX.spec</c> beside the platform directory or archive <paramref name="path"/>, which is called <c>PREFIX</c> or <c>PREFIX.tgz</c>, or is a
    /// symbolic link to one that is; null where there is none.
    /// </summary>
    public static string? Of(IFileSystem files, string path)
    {
        string named = path.Length > 1 ? path.TrimEnd('/') : path;
        IFileSystemInfo info = files.Directory.Exists(named) ? files.DirectoryInfo.New(named) : files.FileInfo.New(named);
        string meant = info.LinkTarget is { } target ? files.Path.Combine(files.Path.GetDirectoryName(named) ?? "", target.TrimEnd('/')) : named;
        string prefix = meant.EndsWith(".tgz", StringComparison.Ordinal) ? meant[..^".tgz".Length] : meant;
        return files.File.Exists(prefix + ".spec") ? prefix + ".spec" : null;
    }
}
