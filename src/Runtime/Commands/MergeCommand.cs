using System.CommandLine;
using System.Text;
using ManifestLinker.Compiler;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Merge;
using ManifestLinker.Grammar.Source;
using ManifestLinker.Compiler.Host;
using ManifestLinker.Runtime.Project;
using ManifestLinker.Runtime.Rendering;
using ManifestLinker.Runtime.Invocations;

namespace ManifestLinker.Runtime.Commands;

/// <summary><c>mlc merge</c>: the aggregated, sorted manifest.</summary>
internal sealed class MergeCommand() : CommandBase(
    "merge",
    "Merge manifests into one, sorted by path, as build_manifest and sorter do. Conflicts are errors, and then nothing is written.",
    "mlc merge --define LIBSTDCXXVER=6.0.33 -o manifest.gen manifest.d")
{
    private readonly Argument<string[]> manifests = new("MANIFEST|DIR")
    {
        Description = "Manifests, or directories of them. Without any, the components of the workspace.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<string?> output = ProjectOptions.Single("-o", "FILE", "Write to FILE instead of standard output.");

    private readonly Option<bool> compat = new("--compat")
    {
        Description = "Of conflicting lines keep the last, as sorter does, and warn.",
    };

    private readonly ProjectOptions project = new();

    protected override void AddTo(Command command)
    {
        command.Add(manifests);
        command.Add(output);
        command.Add(compat);
        project.AddTo(command, renders: false);
    }

    protected override int Run(ParseResult options)
    {
        var reader = new ProjectReader(Invocation, options, Global, project);
        LinkProject read = reader.Read(options.GetValue(manifests)!, []);
        bool lastWins = options.GetValue(compat);
        Compilation compilation = read.Compile(reader, Invocation, lastWins ? Winner.Last : Winner.First, resolve: false);

        // What a merge can lose is lines and conflicts; the rest is for check.
        Verdict judged = read.PolicyFor(compilation).Judge(
            compilation.Findings.Where(IsAboutMerging).Select(f => lastWins ? Softened(f) : f), compilation.Scope(Invocation));
        Verdict verdict = judged with { Findings = [.. judged.Findings.Where(finding => finding.Rule.Phase != Phase.Judgement)] };
        var facts = new RunFacts
        {
            Command = "merge",
            WorkingDirectory = Invocation.WorkingDirectory,
            Input = read.Input,
            Manifests = [.. read.Manifests.Select(manifest => new ReadManifest(manifest.Component, manifest.Path))],
            Rules = read.RulesOf([Phase.Syntax, Phase.Semantics]),
            Phases = [Phase.Syntax, Phase.Semantics],
            FailOn = read.FailOn,
        };
        if (verdict.Findings.Count > 0) RenderToError(facts, verdict);
        if (verdict.Fails(read.FailOn)) return ExitCode.Findings;

        string text = MergedText.Of(compilation.Union.Entries);
        if (options.GetValue(output) is { } file) WholeFile.Write(Invocation.Host.Files, file, EscapedUtf8.Encode(text));
        else Write(text);
        return ExitCode.Done;
    }

    private static bool IsAboutMerging(Finding finding) =>
        (finding.Rule.Phase == Phase.Syntax && finding.Severity == Severity.Error)
        || finding.Rule == Compiler.Rules.DuplicateConflict.Rule
        || finding.Rule == Compiler.Rules.TypeConflict.Rule
        || finding.Rule == Compiler.Rules.DirAttrConflict.Rule;

    private static Finding Softened(Finding finding) => finding.Rule.Phase == Phase.Syntax
        ? finding
        : finding with { Severity = Severity.Warning, Help = "the last one is kept" };

    private void RenderToError(RunFacts facts, Verdict verdict)
    {
        using var buffer = new MemoryStream();
        new HumanRenderer(Palette.Plain).Render(facts, verdict, buffer);
        Invocation.Error.Write(Encoding.UTF8.GetString(buffer.ToArray()));
    }
}
