using System.Globalization;
using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Grammar.Source;
using ManifestLinker.Runtime.Invocations;
using ManifestLinker.Runtime.Processes;
using ManifestLinker.Runtime.Rendering;
using ManifestLinker.Runtime.Workspace;

namespace ManifestLinker.Runtime.Steps;

/// <summary>Runs the program of a step, and keeps what it says in a log.</summary>
internal static class StepProgram
{
    private const int ShownBytes = 16 * 1024;
    private const int ShownLines = 40;
    private const string OrdinaryPath = "/usr/bin:/bin";

    /// <summary>Runs <paramref name="step"/> in <paramref name="folder"/>; its output goes to the file <paramref name="log"/>, which is gone where the user interrupts.</summary>
    /// <exception cref="IOException">It cannot be started, or fails; the end of what it said has been shown then.</exception>
    public static void Run(StepSection step, StepTools tools, StepFolder folder, string log, long time, Invocation invocation)
    {
        var places = new Dictionary<string, string>(StringComparer.Ordinal) { [Placeholders.Root] = folder.Root, [Placeholders.Out] = folder.Out };
        string[] words = [.. step.Command.Select(word => Placeholders.Expand(word.Value, places))];
        var call = new ProgramCall
        {
            Program = tools.Host ?? invocation.Host.Files.Path.Combine(folder.Work, words[0]),
            Arguments = words[1..],
            Directory = folder.Work,
            Environment = new Dictionary<string, string>(places, StringComparer.Ordinal)
            {
                ["PATH"] = invocation.Environment("PATH") is { Length: > 0 } path ? path : OrdinaryPath,
                ["HOME"] = folder.Work,
                ["TMPDIR"] = folder.Work,
                ["LC_ALL"] = "C",
                ["TZ"] = "UTC",
                ["SOURCE_DATE_EPOCH"] = time.ToString(CultureInfo.InvariantCulture),
            },
        };
        int status;
        try
        {
            using Stream stream = invocation.Host.Files.FileStream.New(log, FileMode.Create, FileAccess.Write);
            status = ProgramRunner.Run(call, stream.Write, invocation.Cancel);
        }
        catch (OperationCanceledException)
        {
            invocation.Host.Files.File.Delete(log);
            throw;
        }
        if (status == 0) return;
        Show(log, invocation);
        throw new IOException(string.Create(
            CultureInfo.InvariantCulture,
            $"the step '{step.Name.Value}' failed: {step.Command[0].Value} exited with status {status}; all that it wrote is in {invocation.Host.Files.Path.GetRelativePath(invocation.WorkingDirectory, log)}"));
    }

    private static void Show(string log, Invocation invocation)
    {
        FileBytes all = FileBytes.Of(invocation.Host.Files, log);
        long from = Math.Max(0, all.Length - ShownBytes);
        string[] lines = EscapedUtf8.Decode(all.Slice(from, all.Length - from).ToArray()).TrimEnd('\n').Split('\n');
        foreach (string line in lines.TakeLast(ShownLines).Where(line => lines.Length > 1 || line.Length > 0))
            invocation.Error.WriteLine($"  | {string.Join('\t', line.TrimEnd('\r').Split('\t').Select(VisibleText.Of))}");
    }
}
