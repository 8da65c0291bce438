using System.Text;
using ManifestLinker.Runtime.World.Trace;

namespace ManifestLinker.Runtime.Tests.World.Trace;

/// <summary>What a trace comes to, as text: a line for each path, without those of the machine it was taken on.</summary>
internal static class TraceUnderTest
{
    private static readonly string[] System = ["/usr/", "/lib", "/etc/", "/proc/", "/dev/", "/bin/"];

    public static string Folder => Path.Combine(Repository.Golden, "world/trace");

    public static string Of(string trace, string directory = "/tmp/w") => Of(new MemoryStream(Encoding.Latin1.GetBytes(trace)), directory).Text;

    public static (string Text, long Unclear) Of(Stream trace, string directory = "/tmp/w")
    {
        var log = new AccessLog((path, _) => Array.Exists(System, folder => path.StartsWith(folder, StringComparison.Ordinal)));
        // No links lie on the way here.
        var reader = new TraceReader(directory, log, path => PlainPath.Climbs(path) ? Path.GetFullPath(path) : path);
        reader.Read(trace);
        return (string.Concat(log.Entries.Select(entry => $"{entry.Path.Replace("\n", "\\n", StringComparison.Ordinal)}: {entry.Access}\n")), reader.Unclear + log.Lost);
    }
}
