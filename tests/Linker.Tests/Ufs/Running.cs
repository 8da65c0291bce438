using System.Diagnostics;
using System.Text;

namespace ManifestLinker.Linker.Tests.Ufs;

/// <summary>Runs a program to its end.</summary>
internal static class Running
{
    public static (int ExitCode, byte[] Output, string Errors) Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        using var output = new MemoryStream();
        process.StandardOutput.BaseStream.CopyTo(output);
        process.WaitForExit();
        return (process.ExitCode, output.ToArray(), errors.Result);
    }

    public static string Text(string program, params string[] arguments)
    {
        (int exitCode, byte[] output, string errors) = Run(program, arguments);
        exitCode.Should().Be(0, "{0} {1} said: {2}", program, string.Join(' ', arguments), errors);
        return Encoding.UTF8.GetString(output);
    }
}
