using System.CommandLine;
using ManifestLinker.Compiler;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Merge;
using ManifestLinker.Runtime.Diffs;
using ManifestLinker.Runtime.Fixing;
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

    private readonly FixOptions fixes = new();

    private readonly ProjectOptions project = new();

    protected override void AddTo(Command command)
    {
        command.Add(manifests);
        command.Add(search);
        command.Add(noResolve);
        fixes.AddTo(command);
        project.AddTo(command);
    }

    protected override int Run(ParseResult options)
    {
        var output = new FindingsOutput(Invocation, options, Global, project);
        var reader = new ProjectReader(Invocation, options, Global, project);
        FixRequest? request = fixes.Read(options, project);
        LinkProject read = reader.Read(options.GetValue(manifests)!, options.GetValue(search)!);
        bool skip = options.GetValue(noResolve);
        CheckedTexts Check()
        {
            // The workspace file may be among what was mended.
            if (read.Workspace is { } workspace && reader.ReadText(workspace.Source.Name) != workspace.Source)
                read = reader.Read(options.GetValue(manifests)!, options.GetValue(search)!);
            Compilation whole = read.Compile(reader, Invocation, Winner.First, resolve: !skip);
            return new CheckedTexts(whole, read.PolicyFor(whole).Judge(whole.Findings));
        }
        ProjectMending? mending = request is null ? null : ProjectMending.Run(read, reader.Texts, request.Most, Check);
        if (mending is not null && request!.Shows) return Show(mending, options);
        if (mending is not null) FileRewriting.Write(Invocation.Host, mending.Changed.Select(file => (file.Path, file.After)));
        (Compilation compilation, Verdict verdict) = mending?.Checked ?? Check();
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
            Fixes = mending?.Facts,
            ExitCode = verdict.Fails(read.FailOn) ? ExitCode.Findings : ExitCode.Done,
        };
        output.Write(facts, verdict);
        return facts.ExitCode.Value;
    }
    // What is written to standard output is a patch, and nothing else.
    private int Show(ProjectMending mending, ParseResult options)
    {
        Write(string.Concat(mending.Changed.Select(file => UnifiedDiff.Between(file.Before.Name, file.Before.Text, file.After.Text))));
        if (!options.GetValue(Global.Quiet))
        {
            foreach (string held in mending.Facts.HeldBackLines(new FileNames(Invocation.WorkingDirectory))) Invocation.Error.WriteLine($"held back: {held}");
            Invocation.Error.WriteLine($"would fix {mending.Facts.Counts}");
        }
        return mending.Changed.Count > 0 ? ExitCode.Findings : ExitCode.Done;
    }
}
