using ManifestLinker.Compiler.Host;
using ManifestLinker.Runtime.Invocations;
using ManifestLinker.Runtime.Rendering;
using ManifestLinker.Runtime.World.Plan;

namespace ManifestLinker.Runtime.World.Run;

/// <summary>
/// Of all that run phases in one workspace, one works and the others wait. The second lock is for what a killed run left behind: every phase holds it, and
/// every program that a phase started.
/// </summary>
internal static class WorldLocks
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>Waits until nobody runs phases in <paramref name="folder"/>, and says so once where it takes time; nobody else does until it is given up.</summary>
    public static FileLock Take(Invocation invocation, WorldFolder folder, RunIdentity run)
    {
        FileLock held = Wait(invocation, folder.RunLock, () =>
            $"mlc: waiting for another mlc world in this workspace (process {RunIdentity.Current(invocation.Host.Files, folder).Split('-')[0]})");
        try
        {
            run.Begin(invocation.Host.Files, folder);
            Wait(invocation, folder.PhasesLock, () => $"mlc: waiting for what an earlier run left running: {LeftRunning(invocation, folder)}").Dispose();
            return held;
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    private static FileLock Wait(Invocation invocation, string path, Func<string> message)
    {
        bool isSaid = false;
        while (true)
        {
            if (FileLock.TryTake(path, isShared: false) is { } held) return held;
            if (!isSaid) invocation.Error.WriteLine(message());
            isSaid = true;
            invocation.Cancel.WaitHandle.WaitOne(Pause);
            invocation.Cancel.ThrowIfCancellationRequested();
        }
    }

    private static string LeftRunning(Invocation invocation, WorldFolder folder)
    {
        string[] holders = [.. FileHolders.Of(invocation.Host, folder.PhasesLock).Select(holder => $"process {holder.Process} ({VisibleText.Of(holder.Name)})")];
        return holders.Length == 0 ? "processes of another user" : string.Join(", ", holders);
    }
}
