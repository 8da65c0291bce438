using System.CommandLine;
using System.Text;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Rules;
using ManifestLinker.Grammar.Source;
using ManifestLinker.Compiler.Host;
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
    /// Judges <paramref name="findings"/> and shows them; writes <paramref name="text"/> unless they fail the run. <paramref name="input"/> is
    /// what was read, where a format wants a file. Gives the exit status.
    /// </summary>
    public int Write(
        string command, string input, ParseResult options, GlobalOptions global, Invocation invocation, Ruling ruling, IEnumerable<Finding> findings, string text)
    {
        OutputFormat format = options.GetValue(Project.Format) is { } name ? FindingsOutput.Format(name, "--format") : OutputFormats.Human;
        Verdict verdict = ruling.Policy.Judge(findings);
        var facts = new RunFacts
        {
            Command = command,
            WorkingDirectory = invocation.WorkingDirectory,
            Input = input,
            Rules = [.. RuleTable.All.Where(rule => rule.Phase == Phase.Import)],
            Phases = [Phase.Import],
            FailOn = ruling.FailOn,
            Quiet = options.GetValue(global.Quiet),
        };
        if (verdict.Findings.Count > 0)
        {
            using var shown = new MemoryStream();
            format.Renderer(Palette.Plain).Render(facts, verdict, shown);
            invocation.Error.Write(Encoding.UTF8.GetString(shown.ToArray()));
        }
        if (verdict.Fails(ruling.FailOn)) return ExitCode.Findings;
        byte[] bytes = EscapedUtf8.Encode(text);
        if (options.GetValue(output) is { } file) WholeFile.Write(invocation.Host.Files, file, bytes);
        else invocation.Output.Write(bytes);
        return ExitCode.Done;
    }
}
