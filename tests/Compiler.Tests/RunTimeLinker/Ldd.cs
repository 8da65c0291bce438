using System.Diagnostics;

namespace ManifestLinker.Compiler.Tests.RunTimeLinker;

/// <summary>What ldd says of an object of this machine.</summary>
internal static class Ldd
{
    /// <summary>Each name and the path it is loaded from, null where it is not found; null where it is no dynamic object.</summary>
    public static Dictionary<string, string?>? Of(string path)
    {
        var start = new ProcessStartInfo("/usr/bin/ldd", [path]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment.Remove("LD_LIBRARY_PATH");
        using Process ldd = Process.Start(start)!;
        Task<string> errors = ldd.StandardError.ReadToEndAsync();
        string output = ldd.StandardOutput.ReadToEnd();
        ldd.WaitForExit();
        if (ldd.ExitCode != 0 || output.Contains("statically linked", StringComparison.Ordinal)) return null;
        var found = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (string line in output.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Split(" => ") is [var name, var place]) found[name] = place.StartsWith('/') ? place[..place.LastIndexOf(" (", StringComparison.Ordinal)] : null;
            else if (line.StartsWith('/')) found[Path.GetFileName(line[..line.LastIndexOf(" (", StringComparison.Ordinal)])] = line[..line.LastIndexOf(" (", StringComparison.Ordinal)];
        }
        return found;
    }
}
