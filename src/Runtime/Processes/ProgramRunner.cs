using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace ManifestLinker.Runtime.Processes;

/// <summary>Runs programs without a shell, with nothing on their standard input.</summary>
internal static class ProgramRunner
{
    /// <summary>
    /// Runs <paramref name="call"/> to its end and gives its exit status. What it writes, to standard output and to standard error, goes to
    /// <paramref name="output"/> as it comes, one piece at a time. Where <paramref name="cancel"/> asks for it, it and all it started are killed.
    /// </summary>
    /// <exception cref="IOException">It cannot be started.</exception>
    /// <exception cref="OperationCanceledException">It was killed.</exception>
    public static int Run(ProgramCall call, Action<ReadOnlySpan<byte>> output, CancellationToken cancel)
    {
        var start = new ProcessStartInfo(call.Program, call.Arguments)
        {
            WorkingDirectory = call.Directory,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Clear();
        foreach ((string name, string value) in call.Environment) start.Environment[name] = value;
        cancel.ThrowIfCancellationRequested();
        using Process process = Start(start);
        using CancellationTokenRegistration killing = cancel.Register(() => process.Kill(entireProcessTree: true));
        process.StandardInput.Close();
        var oneAtATime = new Lock();
#pragma warning disable RS0030 // The class library hands out the bytes by way of a reader only.
        Task.WaitAll(
            [CopyAsync(process.StandardOutput.BaseStream, output, oneAtATime), CopyAsync(process.StandardError.BaseStream, output, oneAtATime)],
            CancellationToken.None);
#pragma warning restore RS0030
        process.WaitForExit();
        cancel.ThrowIfCancellationRequested();
        return process.ExitCode;
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception wrong)
        {
            throw new IOException($"{start.FileName} cannot be started: {Marshal.GetPInvokeErrorMessage(wrong.NativeErrorCode)}", wrong);
        }
    }

    private static async Task CopyAsync(Stream from, Action<ReadOnlySpan<byte>> output, Lock oneAtATime)
    {
        var buffer = new byte[16 * 1024];
        while (await from.ReadAsync(buffer).ConfigureAwait(false) is var count and > 0)
        {
            lock (oneAtATime) output(buffer.AsSpan(0, count));
        }
    }
}
