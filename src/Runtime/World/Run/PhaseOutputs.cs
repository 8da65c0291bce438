using ManifestLinker.Compiler.Host;
using ManifestLinker.Compiler.Tree;

namespace ManifestLinker.Runtime.World.Run;

/// <summary>Removes what a phase made, whatever modes it gave it.</summary>
internal static class PhaseOutputs
{
    private const UnixFileMode Writable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>Removes the file, link or directory at <paramref name="path"/>, where there is one; links are not followed.</summary>
    public static void Remove(IHost host, string path)
    {
        switch (host.Status(path)?.Kind)
        {
            case null:
                return;
            case FileKind.Directory:
                Open(host, path);
                host.Files.Directory.Delete(path, recursive: true);
                return;
            default:
                host.Files.File.Delete(path);
                return;
        }
    }

    // Nothing can be removed from a directory that may not be written to, and real proto areas have such.
    private static void Open(IHost host, string directory)
    {
        if (((UnixFileMode)host.Status(directory)!.Value.Permissions & Writable) != Writable) host.Files.File.SetUnixFileMode(directory, Writable);
        foreach (string entry in host.Files.Directory.EnumerateFileSystemEntries(directory).Where(entry => host.Status(entry)?.Kind == FileKind.Directory))
            Open(host, entry);
    }
}
