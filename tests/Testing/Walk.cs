using System.IO.Enumeration;

namespace ManifestLinker.Testing;

/// <summary>A walk through a directory that enters no symbolic link, in ordinal order.</summary>
public static class Walk
{
    private static readonly EnumerationOptions All = new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None };

    /// <summary>What lies below a directory, by paths that begin there; nothing where the directory is absent.</summary>
    public static string[] Below(string top)
    {
        if (!Directory.Exists(top)) return [];
        FileSystemEnumerable<string> entries = new(top, (ref FileSystemEntry entry) => entry.ToFullPath(), All)
        {
            ShouldRecursePredicate = (ref FileSystemEntry entry) => !entry.Attributes.HasFlag(FileAttributes.ReparsePoint),
        };
        return [.. entries.Select(entry => Path.GetRelativePath(top, entry)).Order(StringComparer.Ordinal)];
    }
}
