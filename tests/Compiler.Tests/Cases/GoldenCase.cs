using ManifestLinker.Compiler.Bind;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Profiles;
using ManifestLinker.Compiler.Resolve;
using ManifestLinker.Grammar.Source;

namespace ManifestLinker.Compiler.Tests.Cases;

/// <summary>
/// A folder with the inputs of a compilation: <c>*.manifest</c>, the components in the order of their names;
/// <c>NAME.listing</c>, the search directory NAME (see <see cref="ProtoListing"/>); <c>search</c>, the search directories in
/// their order where it is not that of their names; <c>variables</c>, lines of NAME=VALUE; and <c>expected.txt</c>, what comes out.
/// </summary>
internal sealed class GoldenCase(string name)
{
    private string Folder => Path.Combine(Repository.Golden, name);

    /// <summary>The file with what should come out.</summary>
    public string ExpectedFile => Path.Combine(Folder, "expected.txt");

    public IReadOnlyList<(string Component, SourceText Source)> Manifests => [.. Files("*.manifest")
        .Select(file => (Stem(file), SourceText.FromBytes(Path.GetFileName(file), File.ReadAllBytes(file))))];

    public Variables Variables => new(Lines("variables").Select(line => line.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]));

    /// <summary>The search directories, in their order; none where the case is about texts only.</summary>
    public IReadOnlyList<string> Search => Lines("search") is [_, ..] named ? named : [.. Files("*.listing").Select(Stem)];

    /// <summary>Every case of <paramref name="group"/> of the <paramref name="kind"/> good or bad.</summary>
    public static IEnumerable<string> Names(string group, string kind) => Directory
        .EnumerateDirectories(Path.Combine(Repository.Golden, group))
        .Select(folder => $"{group}/{Path.GetFileName(folder)}/{kind}")
        .Where(name => Directory.Exists(Path.Combine(Repository.Golden, name)))
        .Order(StringComparer.Ordinal);

    /// <summary>What comes out.</summary>
    public IReadOnlyList<Finding> Findings()
    {
        using var top = new TemporaryDirectory();
        foreach (string directory in Search) Build(directory, top.At(directory));
        return Search.Count == 0 ? Judge(null) : Unprivileged.Run(() => Judge(top));
    }

    /// <summary>Makes the search directory <paramref name="directory"/> at <paramref name="path"/>, where the case has a listing of it.</summary>
    public void Build(string directory, string path)
    {
        string listing = Path.Combine(Folder, directory + ".listing");
        if (File.Exists(listing)) ProtoListing.Build(File.ReadAllText(listing), path);
    }

    private IReadOnlyList<Finding> Judge(TemporaryDirectory? top)
    {
        Compilation compilation = Compilation.Run(
            new CompilationInput
            {
                Manifests = Manifests,
                Variables = Variables,
                Profile = SmartOs.Profile,
                Search = top is null ? null
                    : new SearchPath([.. Search.Select(directory => new SearchDirectory(Checked.Host, directory, top.At(directory)))]),
            },
            Checked.Host);
        return Checked.Judge(compilation).Findings;
    }

    private IEnumerable<string> Files(string pattern) => Directory.EnumerateFiles(Folder, pattern).Order(StringComparer.Ordinal);

    private string[] Lines(string file) =>
        File.Exists(Path.Combine(Folder, file)) ? File.ReadAllLines(Path.Combine(Folder, file)) : [];

    private static string Stem(string file) => Path.GetFileNameWithoutExtension(file);
}
