using System.CommandLine;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Rules;
using ManifestLinker.Runtime.Invocations;
using ManifestLinker.Runtime.Progress;
using ManifestLinker.Runtime.Project;
using ManifestLinker.Runtime.Rendering;
using ManifestLinker.Runtime.Workspace;

namespace ManifestLinker.Runtime.Commands;

/// <summary>A command that makes boot media: all is planned first, and written only where nothing was found.</summary>
internal abstract class MediaCommand(string name, string description, string example) : CommandBase(name, description, example)
{
    private readonly ProjectOptions project = new();

    /// <summary>What the medium is made of.</summary>
    protected MediaInputs Inputs { get; } = new();

    protected override void AddTo(Command command)
    {
        command.Add(project.Format);
        command.Add(project.Output);
    }

    /// <summary>
    /// Plans the medium, and gives what writes it and then tells about it; null where there can be none, which <paramref name="findings"/> tell.
    /// </summary>
    protected abstract Func<string>? Plan(ParseResult options, WorkspaceFile? workspace, PassReporter reporter, ICollection<Finding> findings);

    /// <summary>What the medium is made of, in a word, for the findings.</summary>
    protected abstract string Input(ParseResult options, WorkspaceFile? workspace);

    protected sealed override int Run(ParseResult options)
    {
        var output = new FindingsOutput(Invocation, options, Global, project);
        WorkspaceFile? workspace = new ProjectReader(Invocation, options, Global, project).ReadWorkspace();
        PassReporter reporter = Reporter(options);
        var findings = new List<Finding>();
        Func<string>? write = Plan(options, workspace, reporter, findings);
        Verdict verdict = new Policy().Judge(findings);
        if (write is null || findings.Count > 0) return Found(ExitCode.Findings);
        int status = ExitCode.Failed;
        string report;
        try
        {
            report = write();
            status = ExitCode.Done;
        }
        finally
        {
            // People are told what was made, and not that nothing was found; programs get their document whatever came of it.
            if (Invocation.Cancel.IsCancellationRequested) status = ExitCode.Interrupted;
            if (output.IsForPeople) output.WriteFiles(Facts(status), verdict);
            else Found(status);
        }
        if (options.GetValue(Global.Time)) reporter.WriteTable();
        if (!options.GetValue(Global.Quiet) && output.IsForPeople) Write(report);
        return status;

        int Found(int exitCode)
        {
            output.Write(Facts(exitCode), verdict);
            return exitCode;
        }

        RunFacts Facts(int exitCode) => new()
        {
            Command = Name,
            WorkingDirectory = Invocation.WorkingDirectory,
            Input = Input(options, workspace),
            Rules = [MediumFull.Rule, MediumNotRepresentable.Rule, MediumUnbootable.Rule],
            Phases = [Phase.Layout],
            FailOn = Severity.Error,
            ExitCode = exitCode,
        };
    }

    /// <summary>The folder and the name of an output: those of the file that was <paramref name="given"/>, or else <paramref name="folder"/> and <paramref name="name"/>.</summary>
    protected (string Folder, string Name) Place(string? given, string folder, string name)
    {
        if (given is null) return (folder, name);
        string file = Invocation.Host.Files.Path.GetFileName(given);
        if (file.Length == 0) throw new UsageException($"-o {given}: no file", "name the file that is written");
        return (Invocation.Host.Files.Path.GetDirectoryName(given) is { Length: > 0 } above ? above : ".", file);
    }

    /// <summary>Where an output lies, as people write it.</summary>
    protected static string Shown(string folder, string name) => folder is "." ? name : $"{folder.TrimEnd('/')}/{name}";
}
