namespace ManifestLinker.Linker.Tests.Ufs;

/// <summary>Finds what lies outside of the project: optional data and tools of others.</summary>
internal static class Outside
{
    /// <summary>A file of the folder beside the checkout; null where there is none.</summary>
    public static string? Shared(string path)
    {
        for (DirectoryInfo? at = new(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (!File.Exists(Path.Combine(at.FullName, "ManifestLinker.sln"))) continue;
            string file = Path.GetFullPath(Path.Combine(at.FullName, "..", "shared", path));
            return File.Exists(file) ? file : null;
        }
        return null;
    }

    /// <summary>Where a program is; null where it is not installed.</summary>
    public static string? Tool(string name) =>
        (Environment.GetEnvironmentVariable("PATH") + ":/usr/sbin:/sbin").Split(':', StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, name))
            .FirstOrDefault(File.Exists);
}
