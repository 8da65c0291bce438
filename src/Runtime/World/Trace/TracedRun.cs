using ManifestLinker.Compiler.Host;
using ManifestLinker.Runtime.Invocations;
using ManifestLinker.Runtime.World.Phases;
using ManifestLinker.Runtime.World.Plan;
using ManifestLinker.Runtime.World.Run;
using ManifestLinker.Runtime.World.Show;

namespace ManifestLinker.Runtime.World.Trace;

/// <summary>Runs one phase, up to date or not, and finds what it uses without declaring it. What it needs is done.</summary>
internal sealed class TracedRun(Invocation invocation, CompileWorld world, WorldFolder folder, RunIdentity run)
{
    private static readonly string[] TemporaryFolders = ["/tmp", "/var/tmp"];

    private readonly SortedDictionary<string, long> system = new(StringComparer.Ordinal);

    /// <summary>Runs <paramref name="planned"/>, and gives whether it ended well and what it did. The lock of runs is held.</summary>
    /// <exception cref="IOException">There is no strace.</exception>
    public (bool IsDone, TraceReport Report) Run(PlannedPhase planned, WorldProgress progress)
    {
        Phase phase = planned.Phase;
        PhaseJob job = PhaseJob.Of(world, phase, WorldPlanner.LeftOut(world), invocation.SourceDate);
        var real = new RealPaths(invocation.Host);
        var scope = new TraceScope(world, phase, TemporaryOf(job), real);
        var log = new AccessLog((path, access) => IsCounted(scope, path, access));
        var reader = new TraceReader(real.Of(job.Directory, toTheEnd: true), log, path => IsOfSystem(scope, path) ? path : real.Of(path, toTheEnd: false));
        using var tracer = new Tracer(Tracer.Find(invocation), reader, invocation.Cancel);
        bool isDone = Run(planned, job, tracer, progress);
        return (isDone, TraceReport.Of(phase, log.Entries, scope, real, system, reader.Unclear + log.Lost));
    }

    private bool Run(PlannedPhase planned, PhaseJob job, Tracer tracer, WorldProgress progress)
    {
        // Without stamps it runs, and without a store it runs itself.
        invocation.Host.Files.File.Delete(folder.Stamp(job.Phase));
        invocation.Host.Files.File.Delete(folder.StampAside(job.Phase));
        using FileLock held = FileLock.TryTake(folder.PhasesLock, isShared: true, isInherited: true)
            ?? throw new IOException("another program has the lock of the phases, though none runs");
        using (progress.Start([planned], folder, run)) return new PhaseRun(invocation, folder, job, planned.Facts, null, tracer.Hook, run.Name).Run(invocation.Cancel);
    }

    private string[] TemporaryOf(PhaseJob job)
    {
        string? own = job.Variables.TryGetValue("TMPDIR", out string? declared) ? declared : job.Passed.Contains("TMPDIR", StringComparer.Ordinal) ? invocation.Environment("TMPDIR") : null;
        return own is { Length: > 1 } && own[0] == '/' ? [.. TemporaryFolders, own] : TemporaryFolders;
    }

    // Most paths are, and of those it does not matter where links lead.
    private static bool IsOfSystem(TraceScope scope, string path) => !PlainPath.Climbs(path) && scope.SystemFolderOf(path, Access.Read) is not null;

    private bool IsCounted(TraceScope scope, string path, Access access)
    {
        if (scope.SystemFolderOf(path, access) is not { } folderOfSystem) return false;
        system[folderOfSystem] = system.GetValueOrDefault(folderOfSystem) + 1;
        return true;
    }
}
