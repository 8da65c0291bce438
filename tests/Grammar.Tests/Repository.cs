namespace ManifestLinker.Grammar.Tests;

/// <summary>Where the files of the project lie, and the data that may lie beside it.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string Grammar => Path.Combine(Root, "grammar");

    public static string Examples => Path.Combine(Grammar, "examples");

    public static string Corpus => Path.Combine(Root, "..", "shared", "corpus", "smartos");

    private static string FindRoot()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "ManifestLinker.sln")))
            folder = Path.GetDirectoryName(folder);
        return folder ?? throw new InvalidOperationException("The tests lie in no checkout of the project.");
    }
}
