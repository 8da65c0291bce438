using System.CommandLine;
using ManifestLinker.Compiler.Host;
using ManifestLinker.Runtime.Invocations;
using ManifestLinker.Runtime.Store;
using ManifestLinker.Runtime.World.Phases;
using ManifestLinker.Runtime.World.Plan;
using ManifestLinker.Runtime.World.Run;
using ManifestLinker.Runtime.World.Show;
using ManifestLinker.Runtime.World.Trace;
using Phase = ManifestLinker.Runtime.World.Phases.Phase;

namespace ManifestLinker.Runtime.Commands;

/// <content><c>--trace</c>: one phase under strace.</content>
internal sealed partial class WorldCommand
{
    private int Trace(ParseResult options, CompileWorld world, IReadOnlyList<Phase> phases, string name, bool asJson, StoreSettings? kept)
    {
        if (options.GetValue(names) is [var other, ..])
            throw new UsageException($"--trace runs the phase '{name}' and what it needs, not '{Rendering.VisibleText.Of(other)}', too", "name no further phases");
        // Before hours are spent on what it needs.
        Tracer.Find(Invocation);
        (WorldFolder folder, RunIdentity run) = NewRun(world);
        using FileLock held = WorldLocks.Take(Invocation, folder, run);
        IReadOnlyList<PlannedPhase> planned = Plan(Reporter(options), world, phases);
        PlannedPhase traced = planned.Single(phase => phase.Phase.Name == name);
        PlannedPhase[] needed = [.. planned.Where(phase => phase != traced)];
        if (needed.Length > 0 && Run(options, world, folder, run, needed, kept).Tell() is not ExitCode.Done and int failed) return failed;
        (bool isDone, TraceReport report) = new TracedRun(Invocation, world, folder, run).Run(traced, new WorldProgress(Invocation, StyleOf(options)));
        if (asJson) TraceJson.Write(Invocation.Output, report, isDone);
        else Write(TraceText.Of(report, options.GetValue(Global.Verbose)));
        int status = new WorldResult(Invocation, folder, [traced], run, isDone ? 0 : 1, "").Tell();
        return status == ExitCode.Done && !report.IsClean ? ExitCode.Findings : status;
    }
}
