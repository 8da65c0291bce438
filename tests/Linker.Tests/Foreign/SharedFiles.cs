namespace ManifestLinker.Linker.Tests.Foreign;

/// <summary>Optional data and tools in the folder <c>shared</c> beside the checkout.</summary>
public static class SharedFiles
{
    public static string At(string path) => Path.Combine(Root(), path);

    private static string Root()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "ManifestLinker.sln"))) folder = Path.GetDirectoryName(folder);
        return Path.Combine(folder ?? "", "..", "shared");
    }
}
