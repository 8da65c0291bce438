using System.CommandLine;
using ManifestLinker.Compiler.Audit;
using ManifestLinker.Compiler.Baselines;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Linker.Audit;
using ManifestLinker.Linker.Open;
using ManifestLinker.Runtime.Invocations;
using ManifestLinker.Runtime.Progress;
using ManifestLinker.Runtime.Project;
using ManifestLinker.Runtime.Rendering;
using ManifestLinker.Runtime.Workspace;

namespace ManifestLinker.Runtime.Commands;

/// <summary><c>mlc audit</c>: does what is delivered hold together?</summary>
internal sealed class AuditCommand : ManifestCheckCommand
{
    private readonly AuditOptions inputs;
    private readonly CacheOptions cache = new();

    public AuditCommand()
        : this(new AuditOptions())
    {
    }

    private AuditCommand(AuditOptions inputs)
        : base(
            "audit",
            "Look into the objects of a platform: libraries and versions that are needed, run paths, interpreters, services, driver tables, links, modes. "
                + "Before it is linked, with every finding at the line that delivers the object; or as it was delivered, given nothing else.",
            "mlc audit -m manifest.d overlay proto",
            inputs) => this.inputs = inputs;

    protected override AuditSettings? Audit(ParseResult options, WorkspaceFile? workspace) =>
        new(Global.JobsOf(options), Invocation.Cancel, Cache: cache.Open(options, workspace, Invocation));

    protected override void AddTo(Command command)
    {
        base.AddTo(command);
        cache.AddTo(command);
    }

    protected override CheckedTexts Watch(ParseResult options, Func<CheckedTexts> work) => Reporter(options).Pass(Name, 0, _ => work());

    protected override int Run(ParseResult options) => inputs.Image(options) is { } image ? RunOn(image, options) : base.Run(options);

    private int RunOn(string path, ParseResult options)
    {
        RefuseManifestOptions(options);
        var output = new FindingsOutput(Invocation, options, Global, Project);
        DeliveredRuling ruling = new ProjectReader(Invocation, options, Global, Project).ReadDeliveredRuling();
        PassReporter reporter = Reporter(options);
        AuditSettings settings = Audit(options, ruling.Workspace)!;
        OpenedImage opened = reporter.Pass("open", 0, _ => ImageArguments.Opener(Invocation, raw: false).Open(path, Invocation.Cancel));
        Baseline? before = Known.Baseline(options, Invocation.Host.Files, ruling.BaselineFile);
        (_, IReadOnlyList<Finding> findings) = reporter.Pass(
            "audit", 0, _ => DeliveredAudit.Run(opened.Tree, ruling.Profile, ruling.Accounts, ruling.Policy.Counts, settings, Invocation.Host));
        var scope = new RunScope(DeliveredAudit.Phases, Invocation.Today);
        Verdict judged = ruling.Policy.Judge(findings);
        Verdict verdict = before?.Hide(judged, ruling.Policy, scope) ?? judged;
        bool fails = Known.AreTooMany(verdict, options, Invocation) || verdict.Fails(ruling.FailOn);
        var facts = new RunFacts
        {
            Command = Name,
            WorkingDirectory = Invocation.WorkingDirectory,
            Input = path,
            Rules = ruling.RulesOf(DeliveredAudit.Phases),
            Phases = DeliveredAudit.Phases,
            FailOn = ruling.FailOn,
            HasBaseline = before is not null,
            ShowSuppressed = Known.ShowsSuppressed(options),
            ExitCode = fails ? ExitCode.Findings : ExitCode.Done,
        };
        output.Write(facts, verdict);
        settings.Cache?.Save();
        if (options.GetValue(Global.Time)) reporter.WriteTable();
        return facts.ExitCode.Value;
    }
}
