using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using ManifestLinker.Grammar.Source;
using ManifestLinker.Runtime.Invocations;
using ManifestLinker.Runtime.Processes;

namespace ManifestLinker.Runtime.Git;

/// <summary>
/// The program git, run without a shell in the directory and with the environment mlc has, so that within a hook it sees the
/// repository and the index that the hook is about; or in a <paramref name="directory"/>, where it sees the repository around that one.
/// </summary>
internal sealed class GitProgram(Invocation invocation, string? directory = null)
{
    // These name a repository, whatever directory git runs in.
    private static readonly string[] Repository = ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_COMMON_DIR", "GIT_NAMESPACE", "GIT_PREFIX"];

    // These change what a path on the command line means; mlc gives its own.
    private static readonly string[] Misleading = ["GIT_LITERAL_PATHSPECS", "GIT_GLOB_PATHSPECS", "GIT_NOGLOB_PATHSPECS", "GIT_ICASE_PATHSPECS"];

    private readonly Lazy<string> path = new(() => ProgramPath.Find(invocation, "git") ?? throw new IOException("git is not installed, or not in $PATH"));

    /// <summary>What git writes when it is called with <paramref name="arguments"/>, and its exit status; what it complains of is text.</summary>
    /// <exception cref="IOException">It cannot be started.</exception>
    public (int Status, byte[] Output, string Complaint) Run(params string[] arguments)
    {
        using Process process = Start(arguments, interactive: false);
        process.StandardInput.Close();
        using MemoryStream output = new(), errors = new();
        Task.WaitAll(AnswersOf(process).CopyToAsync(output), ComplaintsOf(process).CopyToAsync(errors));
        process.WaitForExit();
        return (process.ExitCode, output.ToArray(), FirstLine(errors.ToArray()));
    }

    /// <summary>What git writes when it is called with <paramref name="arguments"/>.</summary>
    /// <exception cref="IOException">It fails.</exception>
    public byte[] Output(params string[] arguments)
    {
        (int status, byte[] output, string complaint) = Run(arguments);
        return status == 0 ? output : throw new IOException($"git {arguments[0]}: {(complaint.Length > 0 ? complaint : $"exit status {status}")}");
    }

    /// <summary>Starts git with <paramref name="arguments"/>; where it is <paramref name="interactive"/>, its complaints go where mlc's do.</summary>
    public Process Start(IEnumerable<string> arguments, bool interactive)
    {
        var start = new ProcessStartInfo(path.Value, arguments)
        {
            WorkingDirectory = directory ?? invocation.WorkingDirectory,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = !interactive,
        };
        foreach (string name in directory is null ? Misleading : [.. Misleading, .. Repository]) start.Environment.Remove(name);
        start.Environment["LC_ALL"] = "C";
        start.Environment["GIT_OPTIONAL_LOCKS"] = "0";
        start.Environment["GIT_TERMINAL_PROMPT"] = "0";
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception wrong)
        {
            throw new IOException($"{path.Value} cannot be started: {wrong.Message}", wrong);
        }
    }

#pragma warning disable RS0030 // The class library hands out the bytes by way of a reader only.
    /// <summary>What <paramref name="process"/> writes, as bytes.</summary>
    public static Stream AnswersOf(Process process) => process.StandardOutput.BaseStream;

    private static Stream ComplaintsOf(Process process) => process.StandardError.BaseStream;
#pragma warning restore RS0030

    private static string FirstLine(byte[] errors)
    {
        string line = Encoding.UTF8.GetString(errors).Split('\n')[0].Trim();
        return line.StartsWith("fatal: ", StringComparison.Ordinal) ? line["fatal: ".Length..] : line;
    }

    /// <summary><paramref name="bytes"/> as text in which every name stays another.</summary>
    public static string Text(ReadOnlySpan<byte> bytes) => EscapedUtf8.Decode(bytes);
}
