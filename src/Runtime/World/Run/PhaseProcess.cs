using ManifestLinker.Compiler.Host;
using ManifestLinker.Runtime.Invocations;
using ManifestLinker.Runtime.World.Facts;
using ManifestLinker.Runtime.World.Plan;

namespace ManifestLinker.Runtime.World.Run;

/// <summary>The process that runs one phase: started by ninja in mlc's folder for phases, and by nobody else.</summary>
internal static class PhaseProcess
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <summary>Runs the phase called <paramref name="name"/> and gives the exit status.</summary>
    public static int Run(Invocation invocation, string name)
    {
        if (invocation.Environment(RunIdentity.Variable) is not { Length: > 0 } run)
            throw new UsageException("--run-phase is for mlc itself", "run mlc world, with the names of phases");
        var folder = new WorldFolder(invocation.WorkingDirectory);
        using var lifeline = new Lifeline(invocation, folder, run);
        FileLock held = Take(folder, lifeline.Cancel);
        if (!Lifeline.Holds(invocation, folder, run)) throw new OperationCanceledException();
        // Where the phase is ended, the lock is not given up here: what escapes holds it, and the next run waits for that.
        bool isDone = Run(invocation, folder, name, run, lifeline.Cancel);
        held.Dispose();
        return isDone ? ExitCode.Done : ExitCode.Failed;
    }

    private static bool Run(Invocation invocation, WorldFolder folder, string name, string run, CancellationToken cancel)
    {
        PhaseJob job = PhaseJob.Parse(invocation.Host.Files.File.ReadAllBytes(folder.Job(name)));
        FactList facts = FactList.Parse(invocation.Host.Files.File.ReadAllBytes(folder.Inputs(name)));
        return new PhaseRun(invocation, folder, job, facts, PhaseStore.Open(invocation, job.WorkspaceFile), PhaseHook.None, run).Run(cancel);
    }

    private static FileLock Take(WorldFolder folder, CancellationToken cancel)
    {
        FileLock? held;
        while ((held = FileLock.TryTake(folder.PhasesLock, isShared: true, isInherited: true)) is null)
        {
            cancel.ThrowIfCancellationRequested();
            cancel.WaitHandle.WaitOne(Pause);
        }
        return held;
    }
}
