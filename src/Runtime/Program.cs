using System.IO.Abstractions;
using System.Runtime.InteropServices;
using ManifestLinker.Compiler.Host;
using ManifestLinker.Runtime;
using ManifestLinker.Runtime.Invocations;

// The one place that touches the process: streams, signals, environment, clock, working directory.
using var interrupted = new CancellationTokenSource();
void Stop(PosixSignalContext signal)
{
    // The second one insists. What a link has half written then stays beside its final name, until the next link clears it away.
    if (interrupted.IsCancellationRequested) Environment.Exit(ExitCode.Interrupted);
    signal.Cancel = true;
    interrupted.Cancel();
}

using PosixSignalRegistration onInterrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using PosixSignalRegistration onTerminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
using var output = new BufferedStream(Console.OpenStandardOutput(), 1 << 16);
using TextWriter error = Console.Error;
#pragma warning disable RS0030 // These are the ones that the rest is handed.
var invocation = new Invocation
{
    Host = new LinuxHost(new FileSystem()),
    Input = Console.OpenStandardInput(),
    Output = output,
    Error = error,
    Environment = Environment.GetEnvironmentVariable,
    Program = Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [Environment.ProcessPath!, Path.Combine(AppContext.BaseDirectory, "mlc.dll")] : [Environment.ProcessPath!],
    Clock = TimeProvider.System,
    OutputIsTerminal = !Console.IsOutputRedirected,
    ErrorIsTerminal = !Console.IsErrorRedirected,
    Cancel = interrupted.Token,
};
#pragma warning restore RS0030
return new App(invocation).Run(args);
