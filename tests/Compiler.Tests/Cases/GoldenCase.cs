using ManifestLinker.Compiler.Bind;
using ManifestLinker.Compiler.Complete;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Manual;
using ManifestLinker.Compiler.Profiles;
using ManifestLinker.Compiler.Resolve;
using ManifestLinker.Compiler.Rules;
using ManifestLinker.Grammar.Source;

namespace ManifestLinker.Compiler.Tests.Cases;

/// <summary>
/// A folder with the inputs of a compilation: <c>*.manifest</c>, the components in the order of their names;
/// <c>NAME.listing</c>, the search directory NAME (see <see cref="ProtoListing"/>); <c>search</c>, the search directories in
/// their order where it is not that of their names; <c>variables</c>, lines of NAME=VALUE; <c>complete</c>, what must be delivered as a
/// whole (see <see cref="CaseAreas"/>); <c>*.mancheck.conf</c>; <c>asked</c>, rules that the user names, a line each; and
/// <c>expected.txt</c>, what comes out. In a case of an opt-in rule that rule is named, too.
/// </summary>
internal sealed class GoldenCase(string name)
{
    private string Folder => Path.Combine(Repository.Golden, name);

    /// <summary>The file with what should come out.</summary>
    public string ExpectedFile => Path.Combine(Folder, "expected.txt");

    public IReadOnlyList<(string Component, SourceText Source)> Manifests => [.. Files("*.manifest")
        .Select(file => (Stem(file), Source(file)))];

    public Variables Variables => new(Lines("variables").Select(line => line.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]));

    /// <summary>The search directories, in their order; none where the case is about texts only.</summary>
    public IReadOnlyList<string> Search => Lines("search") is [_, ..] named ? named : [.. Files("*.listing").Select(Stem)];

    /// <summary>The platform of the case.</summary>
    public Profile Profile
    {
        get
        {
            ManualProfile manual = SmartOs.Profile.Manual;
            var areas = new List<CompleteArea>(SmartOs.Profile.Complete);
            areas.AddRange(Files("complete").SelectMany(file => CaseAreas.Read(Source(file), manual)));
            ManCheckFile[] mancheck = [.. Files("*mancheck.conf").Select(file => ManCheckFile.Parse(Source(file)))];
            if (ManCheckFile.AreaOf(mancheck, manual) is { } sections) areas.Add(sections);
            return SmartOs.Profile with { Complete = areas };
        }
    }

    /// <summary>The rules that the user names.</summary>
    public IReadOnlyList<Rule> Asked =>
    [
        .. Lines("asked").Select(name => RuleTable.Find(name)!),
        .. RuleTable.All.Where(rule => rule.OptIn && name.Contains(rule.Id, StringComparison.Ordinal)),
    ];

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

    // A case of a rule that is opt-in asks for it, beside all others.
    private IReadOnlyList<Finding> Judge(TemporaryDirectory? top)
    {
        var policy = new Policy { Severities = [.. Asked.Select(rule => KeyValuePair.Create(rule.Id, (Severity?)rule.Severity))] };
        Compilation compilation = Compilation.Run(
            new CompilationInput
            {
                Manifests = Manifests,
                Variables = Variables,
                Profile = Profile,
                Counts = policy.Counts,
                TellsAllUnshipped = policy.Names(UnshippedInProto.Rule),
                Search = top is null ? null
                    : new SearchPath([.. Search.Select(directory => new SearchDirectory(Checked.Host, directory, top.At(directory)))]),
            },
            Checked.Host);
        return Checked.Judge(compilation, policy).Findings;
    }

    // The case of a rule that is opt-in asks for it.
    private bool IsOf(Rule rule) => name.StartsWith($"rules/{rule.Id}-", StringComparison.Ordinal);

    private IEnumerable<string> Files(string pattern) => Directory.EnumerateFiles(Folder, pattern).Order(StringComparer.Ordinal);

    private string[] Lines(string file) =>
        File.Exists(Path.Combine(Folder, file)) ? File.ReadAllLines(Path.Combine(Folder, file)) : [];

    private static SourceText Source(string file) => SourceText.FromBytes(Path.GetFileName(file), File.ReadAllBytes(file));

    private static string Stem(string file) => Path.GetFileNameWithoutExtension(file);
}
