using System.CommandLine;
using ManifestLinker.Compiler;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Merge;
using ManifestLinker.Linker;
using ManifestLinker.Linker.Platform;
using ManifestLinker.Runtime.Progress;
using ManifestLinker.Runtime.Project;
using ManifestLinker.Runtime.Rendering;
using ManifestLinker.Runtime.Invocations;

namespace ManifestLinker.Runtime.Commands;

/// <summary><c>mlc link</c>: makes the platform.</summary>
internal sealed class LinkCommand() : CommandBase(
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
    private readonly ProjectOptions project = new();

    protected override void AddTo(Command command)
    {
        command.Add(search);
        command.Add(manifests);
        command.Add(output);
        command.Add(dryRun);
        link.AddTo(command);
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

        Compilation compilation = reporter.Pass("compile", 0, _ => read.Compile(reader, Invocation, Winner.Last, resolve: true));
        LinkInput input = link.Input(options, Invocation, read, compilation);
        var planning = new List<Finding>();
        LinkPlan? plan = reporter.Pass("plan", 0, _ => Passes.Plan(input, Invocation.Host, jobs, planning, Invocation.Cancel));
        Verdict verdict = read.PolicyFor(compilation).Judge(
            compilation.Findings.Concat(planning),
            plan is null ? compilation.Scope(Invocation) : compilation.Scope(Invocation, Phase.Layout));
        findingsOutput.Write(Facts(read, compilation), verdict);
        if (verdict.Fails(read.FailOn)) return ExitCode.Findings;
        if (plan is null) return NotDone("the platform does not fit; see the findings above");
        if (options.GetValue(dryRun))
        {
            Write(LinkReport.Forecast(plan));
            return ExitCode.Done;
        }

        string folder = options.GetValue(output)!;
        var late = new List<Finding>();
        LinkResult? result = Passes.Emit(plan, folder, Invocation.Host, jobs, reporter, late, Invocation.Cancel);
        if (options.GetValue(Global.Time)) reporter.WriteTable();
        if (result is null)
        {
            findingsOutput.Write(Facts(read, compilation), new Policy().Judge(late));
            return read.FailOn is null ? NotDone("the platform does not fit; see the findings above") : ExitCode.Findings;
        }
        if (!options.GetValue(Global.Quiet) && options.GetValue(project.Format) is null or "human") Write(LinkReport.Summary(folder, result));
        return ExitCode.Done;
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
        Phases = [.. compilation.Phases, Phase.Layout],
        FailOn = read.FailOn,
    };
}
