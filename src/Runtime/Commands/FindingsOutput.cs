using System.CommandLine;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Runtime.Project;
using ManifestLinker.Runtime.Rendering;
using ManifestLinker.Runtime.Invocations;

namespace ManifestLinker.Runtime.Commands;

/// <summary>Writes findings where and how the options ask for.</summary>
internal sealed class FindingsOutput
{
    private readonly Invocation invocation;
    private readonly bool quiet;
    private readonly IFindingRenderer shown;
    private readonly List<(IFindingRenderer Renderer, string File)> files = [];

    /// <summary>Reads the options, so that a wrong one is told before the work begins.</summary>
    public FindingsOutput(Invocation invocation, ParseResult options, GlobalOptions global, ProjectOptions project)
    {
        this.invocation = invocation;
        quiet = options.GetValue(global.Quiet);
        shown = Renderer(options.GetValue(project.Format) ?? "human", "--format", invocation.Colours(options.GetValue(global.Color)!));
        foreach (string pair in options.GetValue(project.Output)!)
        {
            int at = pair.IndexOf('=', StringComparison.Ordinal);
            if (at <= 0 || at == pair.Length - 1)
                throw new UsageException($"--output {pair}: no FORMAT=FILE", "for example --output json=findings.json");
            files.Add((Renderer(pair[..at], "--output", Palette.Plain), pair[(at + 1)..]));
        }
    }

    /// <summary>Writes <paramref name="verdict"/>.</summary>
    public void Write(RunFacts facts, Verdict verdict)
    {
        shown.Render(facts with { Quiet = quiet }, verdict, invocation.Output);
        foreach ((IFindingRenderer renderer, string file) in files)
        {
            using Stream stream = invocation.Host.Files.FileStream.New(file, FileMode.Create, FileAccess.Write);
            renderer.Render(facts, verdict, stream);
        }
    }

    /// <summary>What writes <paramref name="format"/>, which <paramref name="option"/> asked for.</summary>
    public static IFindingRenderer Renderer(string format, string option, Palette palette) => format switch
    {
        "human" => new HumanRenderer(palette),
        "concise" => new ConciseRenderer(),
        "json" => new JsonRenderer(),
        _ => throw new UsageException($"{option} {format}: no such format", "one of human, concise, json"),
    };
}
