using System.IO.Pipes;
using ManifestLinker.Runtime.Invocations;
using ManifestLinker.Runtime.Processes;
using ManifestLinker.Runtime.World.Run;

namespace ManifestLinker.Runtime.World.Trace;

/// <summary>
/// Runs a phase's command under strace, and reads what that writes while it writes it: a trace of a long phase is larger than most disks, and what it
/// comes to is small.
/// </summary>
internal sealed class Tracer : IDisposable
{
    private readonly AnonymousPipeServerStream pipe = new(PipeDirection.In, HandleInheritability.Inheritable);
    private readonly Task reading;
    private readonly string strace;
    private readonly CancellationToken cancel;

    /// <summary>A tracer for one run, whose accesses <paramref name="reader"/> takes.</summary>
    public Tracer(string strace, TraceReader reader, CancellationToken cancel)
    {
        (this.strace, this.cancel) = (strace, cancel);
        reading = Task.Run(() => reader.Read(pipe), CancellationToken.None);
        Hook = new PhaseHook(Wrap, _ => Finish());
    }

    /// <summary>What is done around the run.</summary>
    public PhaseHook Hook { get; }

    /// <summary>The path of strace.</summary>
    /// <exception cref="IOException">There is none.</exception>
    public static string Find(Invocation invocation) => ProgramPath.Find(invocation, "strace")
        ?? throw new IOException("strace, which --trace runs phases under, is not installed, or not in $PATH; Debian has it in the package strace");

    /// <summary>
    /// <paramref name="call"/> under <paramref name="strace"/>, which writes to <paramref name="target"/>: all threads and processes; descriptors
    /// with the paths they stand for; no other strings; and the kernel stops for none but the calls that are told. Calls that failed are told, too: asked to
    /// leave them out, strace 6.1 loses parts of others when several processes run.
    /// </summary>
    public static ProgramCall Under(string strace, ProgramCall call, string target) => call with
    {
        Program = strace,
        Arguments =
        [
            "-f", "-q", "-y", "-s", "0", "--seccomp-bpf", "-e", $"trace={SystemCall.Traced}", "-e", "signal=none", "-o", target, "--",
            call.Program, .. call.Arguments,
        ],
    };

    /// <inheritdoc/>
    public void Dispose()
    {
        pipe.DisposeLocalCopyOfClientHandle();
        // Who reads has the end of the pipe open until the last who writes is gone.
        _ = reading.ContinueWith(_ => pipe.Dispose(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    private ProgramCall Wrap(ProgramCall call) => Under(strace, call, $"/dev/fd/{pipe.GetClientHandleAsString()}");

    private void Finish()
    {
        pipe.DisposeLocalCopyOfClientHandle();
        reading.Wait(cancel);
    }
}
