using System.CommandLine;
using ManifestLinker.Compiler;
using ManifestLinker.Compiler.Audit;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Merge;
using ManifestLinker.Compiler.Tree;
using ManifestLinker.Linker.Platform;
using ManifestLinker.Runtime.Invocations;
using ManifestLinker.Runtime.Progress;
using ManifestLinker.Runtime.Project;
using ManifestLinker.Runtime.Rendering;

namespace ManifestLinker.Runtime.Commands;

/// <summary>
/// A command that makes a tree of manifests, other than the images of the platform: what is wrong is found and judged as in a link, and keeps it
/// from writing as it keeps a link.
/// </summary>
internal abstract class TreeCommand(string name, string description, string example) : CommandBase(name, description, example)
{
    private readonly Argument<string[]> search = new("SEARCH_DIR")
    {
        Description = "Where objects are looked up; the first directory that has one wins. Without any, the workspace's.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<string[]> manifests = ProjectOptions.Repeated("-m", "MANIFEST", "A manifest, or a directory of them; may be given again.", "--manifest");
    private readonly StampOptions stamps = new();
    private readonly ProjectOptions project = new();

    protected override void AddTo(Command command)
    {
        command.Add(search);
        command.Add(manifests);
        AddOwnTo(command);
        stamps.AddTo(command);
        project.AddTo(command);
    }

    /// <summary>Adds the options that only this command has.</summary>
    protected abstract void AddOwnTo(Command command);

    /// <summary>What is made, of the manifests and search directories that are given.</summary>
    protected abstract TreeRequest Read(ParseResult options, ProjectReader reader, IReadOnlyList<string> manifests, IReadOnlyList<string> search);

    /// <summary>How the objects are looked into; null where they are not.</summary>
    protected virtual AuditSettings? Audit(ParseResult options, LinkProject read, int jobs) => null;

    /// <summary>Writes <paramref name="tree"/>, and gives what to say about it.</summary>
    protected abstract string Write(ParseResult options, LinkProject read, FileTree tree, BuildStamp stamp, int jobs);

    protected override int Run(ParseResult options)
    {
        var output = new FindingsOutput(Invocation, options, Global, project);
        int jobs = Global.JobsOf(options);
        var reader = new ProjectReader(Invocation, options, Global, project);
        TreeRequest request = Read(options, reader, options.GetValue(manifests)!, options.GetValue(search)!);
        LinkProject read = request.Project;
        BuildStamp stamp = stamps.Read(options, Invocation, read);
        AuditSettings? audit = Audit(options, read, jobs);
        PassReporter reporter = Reporter(options);
        Compilation compilation = reporter.Pass("compile", 0, _ => read.Compile(reader, Invocation, Winner.Last, resolve: true, audit));
        audit?.Cache?.Save();
        IReadOnlyList<MadeFile> made = request.Made(compilation, stamp);
        Verdict verdict = read.PolicyFor(compilation).Judge(request.Findings(compilation, made), new RunScope(request.PhasesOf(compilation), Invocation.Today));
        var facts = new RunFacts
        {
            Command = Name,
            WorkingDirectory = Invocation.WorkingDirectory,
            Input = read.Input,
            Manifests = [.. read.Manifests.Select(manifest => new ReadManifest(manifest.Component, manifest.Path))],
            Rules = read.RulesOf(request.PhasesOf(compilation)),
            Phases = request.PhasesOf(compilation),
            FailOn = read.FailOn,
        };
        if (verdict.Fails(read.FailOn)) return Found(ExitCode.Findings);

        // A file of findings that cannot be written is found out before anything is made.
        output.WriteFiles(facts, verdict);
        FileTree tree = TreeRequest.Tree(compilation, made, Invocation.Host, stamp.Seconds);
        string? said = null;
        try
        {
            said = reporter.Pass("write", 0, _ => Write(options, read, tree, stamp, jobs));
        }
        finally
        {
            Found(said is not null ? ExitCode.Done : Invocation.Cancel.IsCancellationRequested ? ExitCode.Interrupted : ExitCode.Failed);
        }
        if (options.GetValue(Global.Time)) reporter.WriteTable();
        if (!options.GetValue(Global.Quiet) && output.IsForPeople) Write(said);
        return ExitCode.Done;

        int Found(int exitCode)
        {
            output.Write(facts with { ExitCode = exitCode }, verdict);
            return exitCode;
        }
    }
}
