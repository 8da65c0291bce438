namespace ManifestLinker.Runtime.Tests.Acceptance.Inputs;

/// <summary>Collects declarations and the objects for them, and writes both.</summary>
internal sealed class ManifestBuilder
{
    private readonly SortedDictionary<string, string> lines = new(StringComparer.Ordinal);
    private readonly Dictionary<string, byte[]> objects = new(StringComparer.Ordinal);

    /// <summary>A directory, and those above it that are not declared yet.</summary>
    public void Directory(string path, string mode = "0755")
    {
        if (path.LastIndexOf('/') is > 0 and int at && !lines.ContainsKey(path[..at])) Directory(path[..at]);
        lines[path] = $"d {path} {mode} root bin";
    }

    /// <summary>A file of bytes that follow from its path and cannot be compressed.</summary>
    public void File(string path, int size, string mode = "0444", string owner = "root", string group = "bin")
    {
        byte[] content = new byte[size];
        new Random(path.Aggregate(size, (seed, c) => unchecked((seed * 31) + c))).NextBytes(content);
        File(path, content, mode, owner, group);
    }

    public void File(string path, byte[] content, string mode = "0444", string owner = "root", string group = "bin")
    {
        lines.Add(path, $"f {path} {mode} {owner} {group}");
        objects.Add(path, content);
    }

    public void SymbolicLink(string path, string target) => lines.Add(path, $"s {path}={target}");

    public void HardLink(string path, string target) => lines.Add(path, $"h {path}={target}");

    /// <summary>Writes the manifest in order and the objects in this or the opposite order.</summary>
    public void Write(string manifest, string proto, bool reversed)
    {
        System.IO.File.WriteAllLines(manifest, lines.Values);
        foreach ((string path, byte[] content) in reversed ? objects.Reverse() : objects)
        {
            string file = Path.Combine(proto, path);
            System.IO.Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            System.IO.File.WriteAllBytes(file, content);
        }
    }
}
