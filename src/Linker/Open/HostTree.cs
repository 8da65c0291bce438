using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Compiler.Host;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Resolve;
using ManifestLinker.Compiler.Tree;

namespace ManifestLinker.Linker.Open;

/// <summary>Reads a directory of the host as a tree. Symbolic links are taken as they are, and names of one file stay names of one file.</summary>
public static class HostTree
{
    /// <summary>
    /// The tree of <paramref name="directory"/>, which becomes its top. What cannot be reached is told to <paramref name="unreachable"/> with
    /// the reason, and left out; without that it ends the reading with an <see cref="IOException"/>.
    /// </summary>
    public static FileTree Read(IHost host, string directory, CancellationToken cancel, Action<ImagePath, string>? unreachable = null)
    {
        var entries = new List<TreeEntry>();
        var known = new Dictionary<(ulong Device, ulong Inode), Inode>();
        var pending = new Stack<(ImagePath Path, string HostPath)>();
        pending.Push((ImagePath.Root, directory));
        while (pending.TryPop(out (ImagePath Path, string HostPath) at))
        {
            cancel.ThrowIfCancellationRequested();
            // The directory that was asked for may itself be reached through a link; inside, links are objects.
            string place = at.Path.IsRoot ? at.HostPath + "/." : at.HostPath;
            if (host.Status(place) is not { } status)
            {
                // The class library has put this character where the bytes of a name are not UTF-8; by such a name nothing is found.
                string why = at.Path.Name.Contains('\uFFFD', StringComparison.Ordinal) ? "has a name that is not UTF-8" : "vanished while it was being read";
                if (unreachable is null || at.Path.IsRoot) throw new IOException($"{at.HostPath} {why}");
                unreachable(at.Path, why);
                continue;
            }
            if (!known.TryGetValue((status.Device, status.Inode), out Inode? inode))
            {
                inode = InodeOf(host, at.HostPath, status);
                if (status.Links > 1 && status.Kind != FileKind.Directory) known[(status.Device, status.Inode)] = inode;
            }
            entries.Add(new TreeEntry(at.Path, inode));
            if (status.Kind != FileKind.Directory) continue;
            foreach (string below in host.Files.Directory.EnumerateFileSystemEntries(at.HostPath))
                pending.Push((at.Path.Append(host.Files.Path.GetFileName(below)), below));
        }
        return new FileTree(entries);
    }

    private static Inode InodeOf(IHost host, string path, FileStatus status) => new()
    {
        Kind = status.Kind,
        Permissions = status.Permissions,
        Uid = status.Uid,
        Gid = status.Gid,
        Modified = status.Modified,
        Content = status.Kind == FileKind.Regular ? new FileBytes(host.Files, path, status.Size) : MemoryBytes.Empty,
        Target = status.Kind == FileKind.SymbolicLink ? host.LinkText(path) : "",
        Device = status.Kind is FileKind.BlockDevice or FileKind.CharacterDevice ? new(status.Node.Major, status.Node.Minor) : default,
    };
}
