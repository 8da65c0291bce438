using ManifestLinker.Compiler.Host;
using ManifestLinker.Compiler.Tree;

namespace ManifestLinker.Linker.Output;

/// <summary>A tree that is shipped as an archive of its own: the boot files, the tests.</summary>
public static class Tarball
{
    /// <summary>
    /// Writes <c>NAME.tgz</c> to <paramref name="output"/>, in place of one that is there, when it is whole. Members have the owners, modes and times
    /// of <paramref name="tree"/>; the file itself has mode 0644 and <paramref name="time"/>, in seconds since 1970 UTC. Gives its path.
    /// </summary>
    public static string Write(FileTree tree, string output, string name, long time, IHost host, int jobs, CancellationToken cancel)
    {
        string archive = $"{name}.tgz";
        using var staging = new StagingFolder(host.Files, output, name);
        using (Stream file = staging.Create(archive)) PackedTree.Write(tree, file, jobs, cancel);
        staging.Settle(DateTimeOffset.FromUnixTimeSeconds(time), new HashSet<string>(StringComparer.Ordinal));
        cancel.ThrowIfCancellationRequested();
        staging.Commit();
        return host.Files.Path.Combine(output, archive);
    }
}
