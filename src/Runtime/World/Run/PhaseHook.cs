using ManifestLinker.Runtime.Processes;

namespace ManifestLinker.Runtime.World.Run;

/// <summary>
/// What is done around the run of a phase's command: <see cref="Wrap"/> gives the call that runs in place of the one it takes, such as the same under a
/// tracer, and <see cref="Ended"/> is told the exit status when it is over.
/// </summary>
internal sealed record PhaseHook(Func<ProgramCall, ProgramCall> Wrap, Action<int> Ended)
{
    /// <summary>Nothing.</summary>
    public static readonly PhaseHook None = new(call => call, _ => { });
}
