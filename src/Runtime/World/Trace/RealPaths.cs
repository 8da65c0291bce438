using ManifestLinker.Compiler.Host;
using ManifestLinker.Compiler.Tree;

namespace ManifestLinker.Runtime.World.Trace;

/// <summary>Where paths lead on the host, links followed: two names of a directory must not look like two. What is gone by now counts as no link.</summary>
internal sealed class RealPaths(IHost host)
{
    // As many as Linux follows, path_resolution(7).
    private const int MostLinks = 40;

    // More than any tree has; what is forgotten is looked up again.
    private const int MostKnown = 1_000_000;

    private readonly Dictionary<string, string> known = new(StringComparer.Ordinal);

    /// <summary>The full path <paramref name="path"/> without links and <c>..</c>; the last component is followed only where <paramref name="toTheEnd"/>.</summary>
    public string Of(string path, bool toTheEnd)
    {
        int slash = path.LastIndexOf('/');
        string name = path[(slash + 1)..];
        if (toTheEnd || name is "" or "..") return Follow(path, MostLinks);
        string directory = slash == 0 ? "/" : path[..slash];
        if (known.Count == MostKnown) known.Clear();
        if (!known.TryGetValue(directory, out string? real)) real = known[directory] = Follow(directory, MostLinks);
        return WorkingDirectory.Join(real, name);
    }

    /// <summary>Whether <paramref name="path"/> is a directory by now.</summary>
    public bool IsDirectory(string path) => host.Status(path)?.Kind == FileKind.Directory;

    private string Follow(string path, int links)
    {
        string real = "/";
        string[] parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        for (int index = 0; index < parts.Length; index++)
        {
            if (parts[index] == ".") continue;
            if (parts[index] == "..")
            {
                real = real.LastIndexOf('/') is > 0 and int slash ? real[..slash] : "/";
                continue;
            }
            string next = WorkingDirectory.Join(real, parts[index]);
            if (links > 0 && IsLink(next)) return Follow(WorkingDirectory.Join(WorkingDirectory.Join(real, host.LinkText(next)), string.Join('/', parts[(index + 1)..])), links - 1);
            real = next;
        }
        return real;
    }

    // The kernel's links to open files and processes lead elsewhere for each who asks.
    private bool IsLink(string path) => !path.StartsWith("/proc/", StringComparison.Ordinal) && host.Status(path)?.Kind == FileKind.SymbolicLink;
}
