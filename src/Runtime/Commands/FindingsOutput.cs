using System.CommandLine;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Runtime.Project;
using ManifestLinker.Runtime.Rendering;
using ManifestLinker.Runtime.Rendering.Github;
using ManifestLinker.Runtime.Invocations;

namespace ManifestLinker.Runtime.Commands;

/// <summary>Writes findings where and how the options ask for.</summary>
internal sealed class FindingsOutput
{
    private readonly Invocation invocation;
    private readonly bool quiet;
    private readonly OutputFormat shown;
    private readonly Palette palette;
    private readonly List<(OutputFormat Format, string File)> files = [];

    /// <summary>Reads the options, so that a wrong one is told before the work begins.</summary>
    public FindingsOutput(Invocation invocation, ParseResult options, GlobalOptions global, ProjectOptions project)
    {
        this.invocation = invocation;
        quiet = options.GetValue(global.Quiet);
        palette = invocation.Colours(options.GetValue(global.Color)!);
        shown = options.GetValue(project.Format) is { } name ? Format(name, "--format") : OutputFormats.Human;
        foreach ((string format, string file) in Files(options, project)) files.Add((Format(format, "--output"), file));
    }

    /// <summary>The pairs of format and file that the option <c>--output</c> gives, each file once.</summary>
    /// <exception cref="UsageException">One is no such pair, or a file is named twice.</exception>
    public static IReadOnlyList<(string Format, string File)> Files(ParseResult options, ProjectOptions project)
    {
        var named = new List<(string Format, string File)>();
        foreach (string pair in options.GetValue(project.Output)!)
        {
            int at = pair.IndexOf('=', StringComparison.Ordinal);
            if (at <= 0 || at == pair.Length - 1)
                throw new UsageException($"--output {pair}: no FORMAT=FILE", "for example --output json=findings.json");
            string file = pair[(at + 1)..];
            if (named.Exists(other => other.File.Equals(file, StringComparison.Ordinal)))
                throw new UsageException($"--output {pair}: another format is written to {file}", "give each format a file of its own");
            named.Add((pair[..at], file));
        }
        return named;
    }

    /// <summary>Whether people read the findings as they come.</summary>
    public bool IsForPeople => shown == OutputFormats.Human;

    /// <summary>Writes <paramref name="verdict"/> everywhere; once in a run, because most formats are one document.</summary>
    public void Write(RunFacts facts, Verdict verdict)
    {
        shown.Renderer(palette).Render(facts with { Quiet = quiet }, verdict, invocation.Output);
        if (shown == OutputFormats.Github && invocation.Environment("GITHUB_STEP_SUMMARY") is { Length: > 0 } summary)
            WriteFile(new StepSummaryRenderer(), summary, FileMode.Append, facts, verdict);
        WriteFiles(facts, verdict);
    }

    /// <summary>Writes <paramref name="verdict"/> to the files only; what an earlier call wrote is replaced.</summary>
    public void WriteFiles(RunFacts facts, Verdict verdict)
    {
        foreach ((OutputFormat format, string file) in files) WriteFile(format.Renderer(Palette.Plain), file, FileMode.Create, facts, verdict);
    }

    private void WriteFile(IFindingRenderer renderer, string file, FileMode mode, RunFacts facts, Verdict verdict)
    {
        using Stream stream = invocation.Host.Files.FileStream.New(file, mode, FileAccess.Write);
        renderer.Render(facts, verdict, stream);
    }

    /// <summary>The format that <paramref name="option"/> asks for by <paramref name="name"/>.</summary>
    /// <exception cref="UsageException">There is none.</exception>
    public static OutputFormat Format(string name, string option) =>
        OutputFormats.Find(name) ?? throw new UsageException($"{option} {name}: no such format", $"one of {OutputFormats.Names}");
}
