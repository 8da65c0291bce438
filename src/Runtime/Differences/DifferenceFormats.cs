using ManifestLinker.Runtime.Rendering;

namespace ManifestLinker.Runtime.Differences;

/// <summary>The forms of a difference: its own, which show what differs, and those of findings, which show what the rules say of it.</summary>
internal static class DifferenceFormats
{
    private static readonly IReadOnlyList<(string Name, Func<Palette, IDifferenceRenderer> Renderer)> Own =
    [
        ("text", palette => new TextDifference(palette)),
        ("json", _ => new JsonDifference()),
        ("markdown", _ => new MarkdownDifference()),
        ("html", _ => new HtmlDifference()),
    ];

    /// <summary>The names, as a message lists them.</summary>
    public static string Names { get; } = string.Join(", ", Own.Select(format => format.Name).Concat(
        OutputFormats.All.Select(format => format.Name).Where(name => !Own.Any(own => own.Name.Equals(name, StringComparison.Ordinal)))));

    /// <summary>What writes the form called <paramref name="name"/>; null where none is. One that is called as a form of findings is the difference's own.</summary>
    public static Func<Palette, IDifferenceRenderer>? Find(string name)
    {
        if (Own.FirstOrDefault(format => format.Name.Equals(name, StringComparison.Ordinal)) is { Name: not null } own) return own.Renderer;
        return OutputFormats.Find(name) is { } format ? palette => new FindingsOfDifference(format.Renderer(palette)) : null;
    }

    private sealed class FindingsOfDifference(IFindingRenderer renderer) : IDifferenceRenderer
    {
        public void Render(DifferenceReport report, Stream output) => renderer.Render(report.Run, report.Verdict, output);
    }
}
