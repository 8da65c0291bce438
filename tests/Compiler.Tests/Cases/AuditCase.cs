using System.Text;
using ManifestLinker.Compiler.Audit;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Profiles;
using ManifestLinker.Compiler.Resolve;
using ManifestLinker.Compiler.Rules;
using ManifestLinker.Compiler.Tree;
using ManifestLinker.Grammar.Source;

namespace ManifestLinker.Compiler.Tests.Cases;

/// <summary>
/// A folder with the inputs of an audit: <c>proto.listing</c>, the objects (see <see cref="ProtoListing"/>); <c>*.manifest</c>, what of them
/// is delivered, or all of it as root's where there is none; <c>build-trees</c>, directories of the build machine, a line each;
/// <c>asked</c>, rules that the user names, a line each; and <c>expected.txt</c>, what comes out. In a case of an opt-in rule that
/// rule is named, too. Only the rule that the case is called after is looked for, or those in <c>rules</c>, a line each; in one that is called after no rule, all are.
/// </summary>
internal sealed class AuditCase(string name)
{
    private string Folder => Path.Combine(Repository.Golden, name);

    /// <summary>The file with what should come out.</summary>
    public string ExpectedFile => Path.Combine(Folder, "expected.txt");

    private Rule? Own => RuleTable.All.FirstOrDefault(rule => name.Contains($"/{rule.Id}-", StringComparison.Ordinal));

    private IReadOnlyList<string> Selected => Lines("rules") is [_, ..] named ? named : Own is { } rule ? [rule.Id] : [];

    /// <summary>Every case of the <paramref name="kind"/> good or bad.</summary>
    public static IEnumerable<string> Names(string kind) => GoldenCase.Names("audit", kind);

    /// <summary>What comes out.</summary>
    public IReadOnlyList<Finding> Findings()
    {
        using var top = new TemporaryDirectory();
        string listing = File.ReadAllText(Path.Combine(Folder, "proto.listing"));
        ProtoListing.Build(listing, top.At("proto"), Folder);
        var policy = new Policy
        {
            Select = Selected,
            Severities = [.. Lines("asked").Append(Own is { OptIn: true } own ? own.Id : null).OfType<string>()
                .Select(id => KeyValuePair.Create(id, (Severity?)RuleTable.Find(id)!.Severity))],
        };
        var search = new SearchPath([new SearchDirectory(Checked.Host, "proto", top.At("proto"))]);
        Compilation compilation = Compilation.Run(
            new CompilationInput { Manifests = Manifests(listing), Profile = SmartOs.Profile, Search = search },
            Checked.Host);
        AuditedImage image = ImageScan.Read(
            new AuditInput
            {
                Tree = ImageAssembly.Assemble(compilation.Resolved!, Checked.Host, 0),
                Profile = SmartOs.Profile,
                Accounts = compilation.Accounts,
                Union = compilation.Union,
                Undelivered = (search, Checked.Host),
                BuildTrees = Lines("build-trees"),
                Counts = policy.Counts,
            },
            new AuditSettings(1, CancellationToken.None));
        return Checked.PolicyFor(compilation, policy).Judge(Auditor.Audit(image, CancellationToken.None)).Findings;
    }

    private (string Component, SourceText Source)[] Manifests(string listing)
    {
        string[] files = [.. Directory.EnumerateFiles(Folder, "*.manifest").Order(StringComparer.Ordinal)];
        return files.Length > 0
            ? [.. files.Select(file => (Path.GetFileNameWithoutExtension(file), SourceText.FromBytes(Path.GetFileName(file), File.ReadAllBytes(file))))]
            : [("image", new SourceText("image.manifest", ManifestOf(listing)))];
    }

    // Everything in the listing, as root's; directories that have no line of their own are 0755.
    private static string ManifestOf(string listing)
    {
        var text = new StringBuilder();
        var directories = new HashSet<ImagePath> { ImagePath.Root };
        string[][] lines = [.. listing.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ', 5))];
        foreach (string[] words in lines.Where(words => words[0] == "d")) directories.Add(ImagePath.Parse(words[1]));
        foreach (string[] words in lines)
        {
            var above = new Stack<ImagePath>();
            for (ImagePath parent = ImagePath.Parse(words[1]).Parent; directories.Add(parent); parent = parent.Parent) above.Push(parent);
            foreach (ImagePath parent in above) text.Append($"d {parent} 0755 root root\n");
            text.Append(words[0] switch
            {
                "l" => $"s {words[1]}={words[3]}\n",
                "h" => $"h {words[1]}={words[3]}\n",
                "d" => $"d {words[1]} {words[2]} root root\n",
                _ => $"f {words[1]} {words[2]} root root\n",
            });
        }
        return text.ToString();
    }

    private string[] Lines(string file) =>
        File.Exists(Path.Combine(Folder, file)) ? File.ReadAllLines(Path.Combine(Folder, file)) : [];
}
