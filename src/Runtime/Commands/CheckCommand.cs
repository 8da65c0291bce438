using System.CommandLine;
using ManifestLinker.Compiler;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Merge;
using ManifestLinker.Runtime.Project;
using ManifestLinker.Runtime.Rendering;
using ManifestLinker.Runtime.Invocations;

namespace ManifestLinker.Runtime.Commands;

/// <summary><c>mlc check</c>: are the manifests right?</summary>
internal sealed class CheckCommand() : CommandBase(
    "check",
    "Check manifests: their lines, how they fit together, and, where search directories are known, the objects they name.",
    "mlc check --search overlay --search proto manifest.d")
{
    private readonly Argument<string[]> manifests = new("MANIFEST|DIR")
    {
        Description = "Manifests, or directories of them; together they are one union. Without any, the components of the workspace.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<string[]> search = ProjectOptions.Repeated(
        "--search", "DIR", "Look objects up in DIR; the first directory that has one wins. Replaces the workspace's search path.");

    private readonly Option<bool> noResolve = new("--no-resolve") { Description = "Do not look objects up." };

    private readonly ProjectOptions project = new();

    protected override void AddTo(Command command)
    {
        command.Add(manifests);
        command.Add(search);
        command.Add(noResolve);
        project.AddTo(command);
    }

    protected override int Run(ParseResult options)
    {
        var output = new FindingsOutput(Invocation, options, Global, project);
        var reader = new ProjectReader(Invocation, options, Global, project);
        LinkProject read = reader.Read(options.GetValue(manifests)!, options.GetValue(search)!);
        bool skip = options.GetValue(noResolve);
        Compilation compilation = read.Compile(reader, Invocation, Winner.First, resolve: !skip);
        Verdict verdict = read.PolicyFor(compilation).Judge(compilation.Findings);
        var facts = new RunFacts
        {
            Command = "check",
            WorkingDirectory = Invocation.WorkingDirectory,
            Input = read.Input,
            Manifests = [.. read.Manifests.Select(manifest => new ReadManifest(manifest.Component, manifest.Path))],
            Rules = read.RulesOf(compilation.Phases),
            Phases = compilation.Phases,
            Skipped = compilation.Resolved is not null ? []
                : [new(Phase.Resolve, skip ? "--no-resolve was given" : "no search directories are known")],
            FailOn = read.FailOn,
            ExitCode = verdict.Fails(read.FailOn) ? ExitCode.Findings : ExitCode.Done,
        };
        output.Write(facts, verdict);
        return facts.ExitCode.Value;
    }
}
