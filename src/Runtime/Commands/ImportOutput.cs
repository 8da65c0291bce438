using System.CommandLine;
using System.Text;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Grammar.Source;
using ManifestLinker.Linker.Output;
using ManifestLinker.Runtime.Invocations;
using ManifestLinker.Runtime.Project;
using ManifestLinker.Runtime.Rendering;

namespace ManifestLinker.Runtime.Commands;

/// <summary>
/// Where what was imported goes, and what was found. The text goes to standard output or a file, which it replaces when it is whole;
/// findings go to standard error, so that they stay out of the text.
/// </summary>
internal sealed class ImportOutput
{
    private readonly Option<string?> output = ProjectOptions.Single("-o", "FILE", "Write to FILE instead of standard output.");

    /// <summary>The options about rules and accounts, and the format of findings.</summary>
    public ProjectOptions Project { get; } = new();

    public void AddTo(Command command)
    {
        command.Add(output);
        Project.AddRulesTo(command);
        command.Add(Project.Format);
    }

    /// <summary>
    /// Judges <paramref name="findings"/> and shows them; writes <paramref name="text"/> unless they fail the run. Gives the exit status.
    /// </summary>
    public int Write(
        string command, ParseResult options, GlobalOptions global, Invocation invocation, Ruling ruling, IEnumerable<Finding> findings, string text)
    {
        IFindingRenderer renderer = FindingsOutput.Renderer(options.GetValue(Project.Format) ?? "human", "--format", Palette.Plain);
        Verdict verdict = ruling.Policy.Judge(findings);
        var facts = new RunFacts
        {
            Command = command,
            WorkingDirectory = invocation.WorkingDirectory,
            Phases = [Phase.Import],
            FailOn = ruling.FailOn,
            Quiet = options.GetValue(global.Quiet),
        };
        if (verdict.Findings.Count > 0)
        {
            using var shown = new MemoryStream();
            renderer.Render(facts, verdict, shown);
            invocation.Error.Write(Encoding.UTF8.GetString(shown.ToArray()));
        }
        if (verdict.Fails(ruling.FailOn)) return ExitCode.Findings;
        byte[] bytes = EscapedUtf8.Encode(text);
        if (options.GetValue(output) is { } file) WholeFile.Write(invocation.Host.Files, file, bytes);
        else invocation.Output.Write(bytes);
        return ExitCode.Done;
    }
}
