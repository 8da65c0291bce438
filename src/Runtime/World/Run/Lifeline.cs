using ManifestLinker.Compiler.Host;
using ManifestLinker.Runtime.Invocations;
using ManifestLinker.Runtime.World.Plan;

namespace ManifestLinker.Runtime.World.Run;

/// <summary>
/// Ties a phase to the mlc that started it: <see cref="Cancel"/> is cancelled when that one is gone, however it ended, when it gives the run up, or when
/// the user interrupts. mlc holds a lock for as long as it lives, so who can take it knows that it is gone.
/// </summary>
internal sealed class Lifeline : IDisposable
{
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(200);
    private readonly CancellationTokenSource cut;
    private readonly ITimer timer;

    /// <summary>Holds on to the run called <paramref name="run"/>.</summary>
    public Lifeline(Invocation invocation, WorldFolder folder, string run)
    {
        cut = CancellationTokenSource.CreateLinkedTokenSource(invocation.Cancel);
        timer = invocation.Clock.CreateTimer(_ => Look(invocation, folder, run), null, Period, Period);
    }

    /// <summary>Is cancelled when the phase must end.</summary>
    public CancellationToken Cancel => cut.Token;

    /// <summary>Whether the run called <paramref name="run"/> goes on.</summary>
    public static bool Holds(Invocation invocation, WorldFolder folder, string run)
    {
        if (RunIdentity.Current(invocation.Host.Files, folder) != run) return false;
        using FileLock? free = FileLock.TryTake(folder.RunLock, isShared: true);
        return free is null;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        timer.Dispose();
        cut.Dispose();
    }

    private void Look(Invocation invocation, WorldFolder folder, string run)
    {
        try
        {
            if (!Holds(invocation, folder, run)) cut.Cancel();
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException or ObjectDisposedException)
        {
            // Somebody removed .mlc: then nobody waits for the phase. Or it is over.
            if (gone is not ObjectDisposedException) cut.Cancel();
        }
    }
}
