namespace ManifestLinker.Testing;

/// <summary>Where the files of the project lie, and the optional data and tools in the folder <c>shared</c> beside it.</summary>
public static class Checkout
{
    /// <summary>The folder that holds <c>ManifestLinker.sln</c>.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>A path of the project.</summary>
    public static string At(string path) => Path.Combine(Root, path);

    /// <summary>A path below <c>../shared</c>, which may not exist.</summary>
    public static string Shared(string path) => Path.GetFullPath(Path.Combine(Root, "..", "shared", path));

    private static string FindRoot()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "ManifestLinker.sln")))
            folder = Path.GetDirectoryName(folder);
        return folder ?? throw new InvalidOperationException("The tests lie in no checkout of the project.");
    }
}
