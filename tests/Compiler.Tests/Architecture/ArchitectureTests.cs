using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace ManifestLinker.Compiler.Tests.Architecture;

/// <summary>The shape of the project: who may use whom, where things lie, and how large they get.</summary>
public sealed partial class ArchitectureTests
{
    private const int MostLines = 200;

    // Each project may use the one before it, and by way of it those before that.
    private static readonly string[] Chain = ["grammar", "src/Compiler", "src/Linker", "src/Runtime"];

    // Files that are larger for a reason; none so far.
    private static readonly string[] LargerForAReason = [];

    private static readonly string[] FamiliesOfTinyRecords = ["src/Runtime/Workspace/Sections.cs"];

    // Folders within the one namespace of a format, which is one concept however many files it takes.
    private static readonly string[] FoldersWithinANamespace = ["src/Linker/Fat", "src/Linker/Iso", "src/Linker/Partitions", "src/Linker/Ufs"];

    private static readonly string[] NamesThatSayNothing = ["Utils", "Util", "Utilities", "Helpers", "Helper", "Common", "Manager", "Misc", "Shared", "Core"];

    [Fact]
    public void Projects_refer_to_the_one_before_them_only()
    {
        Projects().Should().BeEquivalentTo(Chain);
        for (int i = 0; i < Chain.Length; i++)
            References(Chain[i]).Should().Equal(i == 0 ? [] : [Chain[i - 1]], Chain[i]);
    }

    [Fact]
    public void Assemblies_use_only_what_their_projects_refer_to()
    {
        OursUsedBy(typeof(Compilation).Assembly).Should().Equal("ManifestLinker.Grammar");
        OursUsedBy(typeof(Grammar.Source.SourceText).Assembly).Should().BeEmpty();

        static IEnumerable<string?> OursUsedBy(Assembly assembly) => assembly.GetReferencedAssemblies()
            .Select(name => name.Name)
            .Where(name => name!.StartsWith("ManifestLinker", StringComparison.Ordinal));
    }

    // A used namespace of a later project would not compile; a mention in a comment would still point the wrong way.
    [Fact]
    public void No_source_speaks_of_a_later_project()
    {
        for (int i = 0; i < Chain.Length; i++)
        {
            string[] later = [.. Chain[(i + 1)..].Select(NamespaceOf)];
            foreach (string file in Sources().Where(file => file.StartsWith(Chain[i] + "/", StringComparison.Ordinal)))
                File.ReadAllText(Full(file)).Should().NotContainAny(later.Append("ManifestLinker.Tests"), file);
        }
    }

    [Fact]
    public void Namespaces_are_those_of_the_folders()
    {
        foreach (string file in Sources())
        {
            Match match = Namespace().Match(File.ReadAllText(Full(file)));
            if (Path.GetFileName(file) is "Program.cs" && !match.Success) continue;
            string folder = Path.GetDirectoryName(file)!;
            string place = FoldersWithinANamespace.FirstOrDefault(top => folder.StartsWith(top + "/", StringComparison.Ordinal)) ?? folder;
            match.Groups[1].Value.Should().BeOneOf(NamespaceOf(place), NamespaceOf(folder));
        }
    }

    [Fact]
    public void No_source_is_longer_than_can_be_read_at_a_sitting() =>
        Sources().Where(file => File.ReadAllLines(Full(file)).Length > MostLines).Should().BeEquivalentTo(LargerForAReason);

    [Fact]
    public void Nothing_has_a_name_that_says_nothing()
    {
        string[] names = [.. Sources().Concat(TestSources()).SelectMany(file => file.Split('/')).Select(name => Path.GetFileNameWithoutExtension(name)).Distinct()];
        names.Should().NotIntersectWith(NamesThatSayNothing);
        names.Where(name => name.EndsWith("Helper") || name.EndsWith("Utils") || name.EndsWith("Manager")).Should().BeEmpty();
    }

    [Fact]
    public void A_source_is_named_for_what_it_declares()
    {
        foreach (string file in Sources())
        {
            if (FamiliesOfTinyRecords.Contains(file)) continue;
            string concept = Path.GetFileNameWithoutExtension(file).Split('.')[0];
            if (concept is "Program") continue;
            File.ReadAllText(Full(file)).Should().MatchRegex($@"\b(class|struct|interface|enum|record|delegate)\s+(\w+\s+)?{concept}\b", file);
        }
    }

    [Fact]
    public void Nothing_in_the_sources_is_left_to_do() =>
        Sources().Where(file => Unfinished().IsMatch(File.ReadAllText(Full(file)))).Should().BeEmpty();

    private static string[] Projects() =>
    [
        .. new[] { "grammar", "src" }.SelectMany(top => Directory.EnumerateFiles(Full(top), "*.csproj", SearchOption.AllDirectories))
            .Select(file => Path.GetRelativePath(Repository.Root, Path.GetDirectoryName(file)!)),
    ];

    private static IEnumerable<string> References(string project)
    {
        string file = Directory.EnumerateFiles(Full(project), "*.csproj").Single();
        return XDocument.Load(file).Descendants("ProjectReference")
            .Select(reference => Path.GetFullPath(Path.Combine(Full(project), reference.Attribute("Include")!.Value)))
            .Select(path => Path.GetRelativePath(Repository.Root, Path.GetDirectoryName(path)!));
    }

    private static IEnumerable<string> Sources() => CSharp("grammar").Concat(CSharp("src"));

    private static IEnumerable<string> TestSources() => CSharp("tests");

    private static IEnumerable<string> CSharp(string top) => Directory.EnumerateFiles(Full(top), "*.cs", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(Repository.Root, file))
        .Where(file => !file.Split('/').Any(part => part is "bin" or "obj"));

    private static string NamespaceOf(string folder) => "ManifestLinker." + (folder.StartsWith("src/", StringComparison.Ordinal)
        ? folder[4..]
        : char.ToUpperInvariant(folder[0]) + folder[1..]).Replace('/', '.');

    private static string Full(string path) => Path.Combine(Repository.Root, path);

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline, 1000)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"\b(TODO|FIXME|XXX|HACK)\b|NotImplementedException", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Unfinished();
}
