using System.CommandLine;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Host;
using ManifestLinker.Runtime.Invocations;
using ManifestLinker.Runtime.Progress;
using ManifestLinker.Runtime.Project;
using ManifestLinker.Runtime.Store;
using ManifestLinker.Runtime.Workspace;
using ManifestLinker.Runtime.World.Phases;
using ManifestLinker.Runtime.World.Plan;
using ManifestLinker.Runtime.World.Run;
using ManifestLinker.Runtime.World.Show;
using Phase = ManifestLinker.Runtime.World.Phases.Phase;

namespace ManifestLinker.Runtime.Commands;

/// <summary><c>mlc world</c>: the compile phases.</summary>
internal sealed partial class WorldCommand() : CommandBase(
    "world",
    "Run the compile phases that mlc.toml declares, in the order of what they need; what is up to date is not run again.",
    "mlc world --jobs 2 --keep-going illumos")
{
    private readonly Argument<string[]> names = new("PHASE")
    {
        Description = "A phase, which is run with all that it needs; all phases where none is given.",
        Arity = ArgumentArity.ZeroOrMore,
        DefaultValueFactory = _ => [],
    };

    private readonly Option<bool> list = new("--list") { Description = "List the phases, what they need, and how they stand." };
    private readonly Option<bool> dryRun = new("--dry-run") { Description = "Show which phases would run, and why." };
    private readonly Option<bool> graph = new("--graph") { Description = "Write which phases need which others, in the language of Graphviz." };
    private readonly Option<string?> explain = ProjectOptions.Single("--explain", "PHASE", "Say why a phase would run; with -v, all that it depends on.");
    private readonly Option<string?> trace = ProjectOptions.Single("--trace", "PHASE", "Run a phase under strace, up to date or not, after what it needs, and report what it uses without declaring it.");
    private readonly Option<bool> keepGoing = new("--keep-going", "-k") { Description = "After a failure, run all phases that do not need what failed." };
    private readonly Option<string?> format = ProjectOptions.Single("--format", "FORMAT", "How --list, --dry-run, --explain and --trace are written: text (the default) or json.");
    private readonly Option<string?> runPhase = new("--run-phase") { Hidden = true };
    private readonly StoreOptions store = new();
    private readonly ProjectOptions project = new();

    protected override void AddTo(Command command)
    {
        command.Add(names);
        foreach (Option option in new Option[] { list, dryRun, graph, explain, trace, keepGoing, format, runPhase }) command.Add(option);
        store.AddTo(command);
    }

    protected override int Run(ParseResult options)
    {
        if (options.GetValue(runPhase) is { } one) return PhaseProcess.Run(Invocation, one);
        bool asJson = IsJson(options);
        WorkspaceFile workspace = new ProjectReader(Invocation, options, Global, project).ReadWorkspace()
            ?? throw new UsageException("there is no mlc.toml here or above", "write one that declares phases, or name it with --workspace");
        if (workspace.Phases.Count == 0) throw new UsageException($"{workspace.Source.Name} declares no phases", "write a [[phase]] for each, as docs/world.md shows");
        CompileWorld world = WorldReader.Read(Invocation, workspace);
        string[] wanted = [.. options.GetValue(names)!, .. (options.GetValue(explain) ?? options.GetValue(trace)) is { } asked ? [asked] : Array.Empty<string>()];
        foreach (string name in wanted) RefuseUnknown(world, name);
        IReadOnlyList<Phase> phases = world.With(wanted);
        if (options.GetValue(trace) is { } traced) return Trace(options, world, phases, traced, asJson, store.Read(options, workspace, Invocation));
        if (options.GetValue(graph)) Write(PhaseDot.Of(phases));
        else if (options.GetValue(list) || options.GetValue(dryRun) || options.GetValue(explain) is not null) Show(options, world, phases, asJson);
        else return RunAll(options, world, phases, store.Read(options, workspace, Invocation));
        return ExitCode.Done;
    }

    private bool IsJson(ParseResult options)
    {
        string[] asked = [.. new (bool Given, string Name)[]
        {
            (options.GetValue(list), list.Name), (options.GetValue(dryRun), dryRun.Name), (options.GetValue(graph), graph.Name), (options.GetValue(explain) is not null, explain.Name),
            (options.GetValue(trace) is not null, trace.Name),
        }.Where(option => option.Given).Select(option => option.Name)];
        if (asked.Length > 1) throw new UsageException($"{asked[0]} and {asked[1]} exclude each other", "ask for one of them");
        switch (options.GetValue(format))
        {
            case null or "text":
                return false;
            case "json" when asked.Length == 1 && asked[0] != graph.Name:
                return true;
            case "json":
                throw new UsageException("--format json is for --list, --dry-run, --explain and --trace", "add one of them, or leave the format out");
            case { } other:
                throw new UsageException($"--format {other}: no such format", "one of text, json");
        }
    }

    private void Show(ParseResult options, CompileWorld world, IReadOnlyList<Phase> phases, bool asJson)
    {
        IReadOnlyList<PlannedPhase> planned = Plan(Reporter(options), world, phases);
        string? asked = options.GetValue(explain);
        if (asked is not null) planned = [.. planned.Where(phase => phase.Phase.Name == asked)];
        if (asJson) PlanJson.Write(Invocation.Output, planned, detailed: asked is not null);
        else if (asked is not null) Write(PlanText.Of(planned[0], options.GetValue(Global.Verbose)));
        else Write(options.GetValue(list) ? PhaseTable.OfStates(planned) : PlanText.Of(planned));
    }

    private int RunAll(ParseResult options, CompileWorld world, IReadOnlyList<Phase> phases, StoreSettings? kept)
    {
        (WorldFolder folder, RunIdentity run) = NewRun(world);
        using FileLock held = WorldLocks.Take(Invocation, folder, run);
        PassReporter reporter = Reporter(options);
        WorldResult result = Run(options, world, folder, run, Plan(reporter, world, phases), kept);
        if (!options.GetValue(Global.Quiet)) Write(result.Table);
        if (options.GetValue(Global.Time)) reporter.WriteTable();
        return result.Tell();
    }

    private (WorldFolder Folder, RunIdentity Run) NewRun(CompileWorld world)
    {
        WorldFolder folder = WorldFolder.Of(world.Root);
        foreach (string needed in folder.Folders) Invocation.Host.Files.Directory.CreateDirectory(needed);
        if (!Invocation.Host.Files.File.Exists(folder.GitIgnore)) WholeFile.Write(Invocation.Host.Files, folder.GitIgnore, "*\n"u8);
        return (folder, new RunIdentity(Environment.ProcessId, Invocation.Clock.GetUtcNow().UtcTicks));
    }

    private IReadOnlyList<PlannedPhase> Plan(PassReporter reporter, CompileWorld world, IReadOnlyList<Phase> phases) =>
        reporter.Pass("look at the sources", 0, _ => WorldPlanner.Plan(Invocation, world, phases));

    private WorldResult Run(ParseResult options, CompileWorld world, WorldFolder folder, RunIdentity run, IReadOnlyList<PlannedPhase> planned, StoreSettings? kept)
    {
        int given = options.GetValue(Global.Jobs);
        (int status, string output) = new WorldRun(Invocation, world, folder, run, kept)
            .Run(planned, given == 0 ? world.Jobs : given, options.GetValue(keepGoing), new WorldProgress(Invocation, StyleOf(options)));
        if (options.GetValue(Global.Verbose)) Invocation.Error.Write(output);
        return new WorldResult(Invocation, folder, planned, run, status, output);
    }

    // Phases take minutes and hours: who looks at a log of them wants to see that something happens.
    private PassReporter.Style StyleOf(ParseResult options) => options.GetValue(Global.Progress) switch
    {
        _ when options.GetValue(Global.Quiet) => PassReporter.Style.None,
        "none" => PassReporter.Style.None,
        "auto" when Invocation.ErrorIsTerminal => PassReporter.Style.Live,
        _ => PassReporter.Style.Plain,
    };

    private static void RefuseUnknown(CompileWorld world, string name)
    {
        if (world.Phases.Any(phase => phase.Name == name)) return;
        string[] known = [.. world.Phases.Select(phase => phase.Name)];
        throw new UsageException(
            $"there is no phase '{Rendering.VisibleText.Of(name)}'", NearNames.Nearest(name, known) is { } near ? $"did you mean '{near}'?" : $"known: {string.Join(", ", known)}");
    }
}
