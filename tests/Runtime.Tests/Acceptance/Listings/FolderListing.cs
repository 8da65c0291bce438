using System.Globalization;
using System.Security.Cryptography;

namespace ManifestLinker.Runtime.Tests.Acceptance.Listings;

/// <summary>Everything below a folder with mode, time and contents, so that two folders are alike when their listings are.</summary>
internal static class FolderListing
{
    public static string[] Of(string top) =>
    [
        .. Directory.EnumerateFileSystemEntries(top, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None })
            .Order(StringComparer.Ordinal)
            .Select(path => $"{Path.GetRelativePath(top, path)} {Describe(new FileInfo(path))}"),
    ];

    private static string Describe(FileInfo file)
    {
        // The mode and the time of a symbolic link are the system's.
        if (file.LinkTarget is { } target) return "-> " + target;
        string time = file.LastWriteTimeUtc.ToString("O", CultureInfo.InvariantCulture);
        string mode = Convert.ToString((int)file.UnixFileMode, 8);
        if (file.Attributes.HasFlag(FileAttributes.Directory)) return $"{mode} {time}";
        using FileStream content = file.OpenRead();
        return $"{mode} {time} {file.Length} {Convert.ToHexStringLower(SHA256.HashData(content))}";
    }
}
