using System.CommandLine;
using ManifestLinker.Compiler;
using ManifestLinker.Compiler.Audit;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Merge;
using ManifestLinker.Linker;
using ManifestLinker.Linker.Inputs;
using ManifestLinker.Linker.Platform;
using ManifestLinker.Runtime.Progress;
using ManifestLinker.Runtime.Project;
using ManifestLinker.Runtime.Rendering;
using ManifestLinker.Runtime.Invocations;
using ManifestLinker.Runtime.Store;

namespace ManifestLinker.Runtime.Commands;

/// <summary><c>mlc link</c>: makes the platform.</summary>
internal sealed partial class LinkCommand() : CommandBase(
    "link",
    "Link a platform: both file systems, the kernel, the listings and the archive. Nothing is written unless all of it can be.",
    "mlc link -m manifest.gen -o output --buildstamp 20260101T000000Z overlay proto")
{
    private readonly Argument<string[]> search = new("SEARCH_DIR")
    {
        Description = "Where objects are looked up; the first directory that has one wins. Without any, the workspace's.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<string[]> manifests = ProjectOptions.Repeated("-m", "MANIFEST", "A manifest, or a directory of them; may be given again.", "--manifest");
    private readonly Option<bool> dryRun = new("--dry-run") { Description = "Plan everything and show the forecast; write nothing." };
    private readonly Option<string> output = new("-o", "--output-dir")
    {
        HelpName = "OUT",
        Description = "The folder for the outputs.",
        DefaultValueFactory = _ => "output",
    };

    private readonly LinkOptions link = new();
    private readonly AuditSwitch audits = new();
    private readonly StoreOptions store = new();
    private readonly ProjectOptions project = new();

    protected override void AddTo(Command command)
    {
        command.Add(search);
        command.Add(manifests);
        command.Add(output);
        command.Add(dryRun);
        link.AddTo(command);
        audits.AddTo(command);
        store.AddTo(command);
        project.AddTo(command);
    }

    protected override int Run(ParseResult options)
    {
        var findingsOutput = new FindingsOutput(Invocation, options, Global, project);
        int jobs = Global.JobsOf(options);
        var reader = new ProjectReader(Invocation, options, Global, project);
        LinkProject read = reader.Read(options.GetValue(manifests)!, options.GetValue(search)!);
        if (read.Search is null)
            throw new UsageException("no search directories are known", "name them after the options, or under [search] in mlc.toml");
        PassReporter reporter = Reporter(options);

        AuditSettings? audit = audits.Read(options, read, jobs, Invocation);
        Compilation compilation = reporter.Pass(audit is null ? "compile" : "compile and audit", 0, _ => read.Compile(reader, Invocation, Winner.Last, resolve: true, audit));
        audit?.Cache?.Save();
        LinkInput input = link.Input(options, Invocation, read, compilation);
        var steps = new List<StepResult>();
        input = Described(input, read, reader, steps);
        var planning = new List<Finding>();
        Verdict verdict;
        LinkPlan? plan = null;
        bool isPlanned = false;
        try
        {
            input = input with { Steps = Steps(read, compilation, input, jobs, read.Workspace is { } file ? store.Read(options, file, Invocation) : null, !options.GetValue(dryRun), steps, planning) };
            plan = reporter.Pass("plan", 0, _ => Passes.Plan(input, Invocation.Host, jobs, planning, Invocation.Cancel));
            isPlanned = true;
        }
        finally
        {
            verdict = Judge(read, compilation, planning, plan is null ? [] : [Phase.Layout]);
            if (!isPlanned) Found(Invocation.Cancel.IsCancellationRequested ? ExitCode.Interrupted : ExitCode.Failed);
        }
        if (verdict.Fails(read.FailOn)) return Found(ExitCode.Findings);
        if (plan is null) return Found(NotDone("the platform cannot be laid out; see the findings"));
        if (options.GetValue(dryRun))
        {
            Found(ExitCode.Done);
            if (findingsOutput.IsForPeople) Write(LinkReport.Forecast(plan));
            return ExitCode.Done;
        }

        string folder = options.GetValue(output)!;
        var late = new List<Finding>();
        LinkResult? result = null;
        int? status = null;
        // A file that cannot be written is found out while nothing is linked yet.
        findingsOutput.WriteFiles(Facts(read, compilation), verdict);
        try
        {
            result = Passes.Emit(plan, folder, Invocation.Host, jobs, reporter, late, Invocation.Cancel);
            status = result is not null ? ExitCode.Done : read.FailOn is null ? NotDone("the platform does not fit; see the findings") : ExitCode.Findings;
        }
        finally
        {
            // What stops a link is not excused. What was found is told whatever became of the link.
            verdict = verdict with { Findings = [.. verdict.Findings, .. new Policy().Judge(late).Findings] };
            Found(status ?? (Invocation.Cancel.IsCancellationRequested ? ExitCode.Interrupted : ExitCode.Failed));
        }
        if (options.GetValue(Global.Time)) reporter.WriteTable();
        if (result is not null && !options.GetValue(Global.Quiet) && findingsOutput.IsForPeople) Write(LinkReport.Summary(folder, result, steps, input.WritesSbom));
        return status.Value;

        int Found(int exitCode)
        {
            findingsOutput.Write(Facts(read, compilation) with { ExitCode = exitCode }, verdict);
            return exitCode;
        }
    }

    private int NotDone(string why)
    {
        Invocation.Error.WriteLine($"mlc: {why}");
        return ExitCode.Failed;
    }

    private RunFacts Facts(LinkProject read, Compilation compilation) => new()
    {
        Command = "link",
        WorkingDirectory = Invocation.WorkingDirectory,
        Input = read.Input,
        Manifests = [.. read.Manifests.Select(manifest => new ReadManifest(manifest.Component, manifest.Path))],
        Rules = read.RulesOf([.. compilation.Phases, Phase.Layout]),
        Phases = [.. compilation.Phases, Phase.Layout],
        FailOn = read.FailOn,
    };
}
