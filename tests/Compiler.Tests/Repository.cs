namespace ManifestLinker.Compiler.Tests;

/// <summary>Where the files of the project lie, and the data that may lie beside it.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string Golden => Path.Combine(Root, "tests", "golden");

    public static string Corpus => Path.GetFullPath(Path.Combine(Root, "..", "shared", "corpus", "smartos"));

    private static string FindRoot()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "ManifestLinker.sln")))
            folder = Path.GetDirectoryName(folder);
        return folder ?? throw new InvalidOperationException("The tests lie in no checkout of the project.");
    }
}
