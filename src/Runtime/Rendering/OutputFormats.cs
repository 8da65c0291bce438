using ManifestLinker.Runtime.Rendering.Github;
using ManifestLinker.Runtime.Rendering.Sarif;

namespace ManifestLinker.Runtime.Rendering;

/// <summary>Every format there is: what options, messages and documents say about formats comes from here.</summary>
internal static class OutputFormats
{
    /// <summary>The one that is written where nobody asks for another.</summary>
    public static readonly OutputFormat Human = new("human", "for people: every finding with its lines, marks and help", palette => new HumanRenderer(palette));

    /// <summary>The one that is accompanied by a summary of the step, where GitHub runs it.</summary>
    public static readonly OutputFormat Github = new("github", "annotations of a pull request, as GitHub Actions reads them from a log", _ => new GithubRenderer());

    /// <summary>The formats.</summary>
    public static readonly IReadOnlyList<OutputFormat> All =
    [
        Human,
        new("concise", "a line for each finding, as compilers write", _ => new ConciseRenderer()),
        new("json", "everything, for programs (mlc.diagnostics/1)", _ => new JsonRenderer()),
        new("sarif", "SARIF 2.1.0, for code scanning and editors", _ => new SarifRenderer()),
        Github,
        new("gitlab", "a code quality report of GitLab", _ => new GitlabRenderer()),
        new("junit", "JUnit XML: a test case for each rule and component", _ => new JunitRenderer()),
        new("rdjson", "the Diagnostic Format of reviewdog", _ => new RdjsonRenderer()),
    ];

    /// <summary>The names, as a message lists them.</summary>
    public static string Names { get; } = string.Join(", ", All.Select(format => format.Name));

    /// <summary>The format called <paramref name="name"/>; null where none is.</summary>
    public static OutputFormat? Find(string name) => All.FirstOrDefault(format => format.Name.Equals(name, StringComparison.Ordinal));
}
