using System.Globalization;
using ManifestLinker.Compiler.Host;

namespace ManifestLinker.Runtime.World.Run;

/// <summary>Who holds a file open, as proc(5) tells: of all processes, those of other users excepted.</summary>
internal static class FileHolders
{
    /// <summary>The processes that hold <paramref name="path"/>, a full path, by number.</summary>
    public static IEnumerable<(int Process, string Name)> Of(IHost host, string path) => host.Files.Directory.EnumerateDirectories("/proc")
        .Select(folder => int.TryParse(host.Files.Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out int process) ? process : 0)
        .Where(process => process > 0 && Holds(host, process, path))
        .Order()
        .Select(process => (process, NameOf(host, process)));

    private static bool Holds(IHost host, int process, string path)
    {
        try
        {
            return host.Files.Directory.EnumerateFileSystemEntries($"/proc/{process}/fd").Any(descriptor => host.Files.FileInfo.New(descriptor).LinkTarget == path);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static string NameOf(IHost host, int process)
    {
        try
        {
            return System.Text.Encoding.UTF8.GetString(host.Files.File.ReadAllBytes($"/proc/{process}/comm")).Trim();
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return "gone by now";
        }
    }
}
