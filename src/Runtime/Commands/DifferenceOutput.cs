using System.CommandLine;
using ManifestLinker.Runtime.Differences;
using ManifestLinker.Runtime.Invocations;
using ManifestLinker.Runtime.Project;
using ManifestLinker.Runtime.Rendering;

namespace ManifestLinker.Runtime.Commands;

/// <summary>Writes a difference where and how the options ask for.</summary>
internal sealed class DifferenceOutput
{
    private const string Github = "github";

    private readonly Invocation invocation;
    private readonly string shown;
    private readonly IDifferenceRenderer renderer;
    private readonly List<(IDifferenceRenderer Renderer, string File)> files = [];

    /// <summary>Reads the options, so that a wrong one is told before the work begins.</summary>
    public DifferenceOutput(Invocation invocation, ParseResult options, GlobalOptions global, ProjectOptions project)
    {
        this.invocation = invocation;
        shown = options.GetValue(project.Format) ?? "text";
        renderer = Format(shown, "--format", invocation.Colours(options.GetValue(global.Color)!));
        foreach ((string format, string file) in FindingsOutput.Files(options, project)) files.Add((Format(format, "--output", Palette.Plain), file));
    }

    /// <summary>Writes <paramref name="report"/> everywhere.</summary>
    public void Write(DifferenceReport report)
    {
        renderer.Render(report, invocation.Output);
        if (shown.Equals(Github, StringComparison.Ordinal) && invocation.Environment("GITHUB_STEP_SUMMARY") is { Length: > 0 } summary)
            WriteFile(new MarkdownDifference(), summary, FileMode.Append, report);
        foreach ((IDifferenceRenderer format, string file) in files) WriteFile(format, file, FileMode.Create, report);
    }

    private void WriteFile(IDifferenceRenderer format, string file, FileMode mode, DifferenceReport report)
    {
        using Stream stream = invocation.Host.Files.FileStream.New(file, mode, FileAccess.Write);
        format.Render(report, stream);
    }

    private static IDifferenceRenderer Format(string name, string option, Palette palette) =>
        DifferenceFormats.Find(name)?.Invoke(palette) ?? throw new UsageException($"{option} {name}: no such format", $"one of {DifferenceFormats.Names}");
}
