using System.IO.Abstractions;
using ManifestLinker.Compiler.Host;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Linker.Output;
using ManifestLinker.Compiler.Tree;

namespace ManifestLinker.Linker.Open;

/// <summary>
/// Unpacks a tree without privilege: owners become the user's, set-id bits are dropped (a set-user-id file of another owner would be
/// another thing), devices, pipes and sockets are left out. Symbolic links are made last, so that nothing is ever written
/// through one.
/// </summary>
public static class Extraction
{
    /// <summary>Unpacks <paramref name="tree"/> to <paramref name="directory"/>, which must not exist, or be empty; gives what was left out.</summary>
    public static IReadOnlyList<TreeEntry> Extract(FileTree tree, string directory, IHost host, CancellationToken cancel)
    {
        var place = new FreshDirectory(host.Files, directory);
        using StagingFolder staging = place.Stage();
        IReadOnlyList<TreeEntry> leftOut = Unpack(tree, staging.PathOf(place.Name), host, cancel);
        staging.Commit();
        return leftOut;
    }

    /// <summary>Unpacks <paramref name="tree"/> to <paramref name="top"/>, which does not exist; gives what was left out.</summary>
    internal static IReadOnlyList<TreeEntry> Unpack(FileTree tree, string top, IHost host, CancellationToken cancel)
    {
        host.Files.Directory.CreateDirectory(top);
        var leftOut = new List<TreeEntry>();
        var made = new Dictionary<Inode, string>();
        foreach (TreeEntry entry in tree.Entries.OrderBy(entry => entry.Inode.Kind == FileKind.SymbolicLink))
        {
            cancel.ThrowIfCancellationRequested();
            if (!Make(entry, HostPath(top, entry.Path), made, host)) leftOut.Add(entry);
        }
        foreach (TreeEntry entry in tree.Entries.Reverse()) Settle(entry, HostPath(top, entry.Path), host.Files);
        return leftOut;
    }

    private static bool Make(TreeEntry entry, string path, Dictionary<Inode, string> made, IHost host)
    {
        if (entry.Inode.Kind != FileKind.Directory && made.TryGetValue(entry.Inode, out string? existing))
        {
            host.MakeHardLink(path, existing);
            return true;
        }
        switch (entry.Inode.Kind)
        {
            case FileKind.Directory:
                host.Files.Directory.CreateDirectory(path);
                return true;
            case FileKind.Regular:
                using (FileSystemStream stream = host.Files.FileStream.New(path, FileMode.CreateNew, FileAccess.Write))
                    entry.Inode.Content.ReadThrough(stream.Write);
                break;
            case FileKind.SymbolicLink:
                host.Files.File.CreateSymbolicLink(path, entry.Inode.Target);
                break;
            default:
                return false;
        }
        made[entry.Inode] = path;
        return true;
    }

    private static void Settle(TreeEntry entry, string path, IFileSystem files)
    {
        if (entry.Inode.Kind is not (FileKind.Directory or FileKind.Regular)) return;
        DateTime time = DateTimeOffset.FromUnixTimeSeconds(entry.Inode.Modified).UtcDateTime;
        if (entry.Inode.Kind == FileKind.Directory) files.Directory.SetLastWriteTimeUtc(path, time);
        else files.File.SetLastWriteTimeUtc(path, time);
        files.File.SetUnixFileMode(path, (UnixFileMode)(entry.Inode.Permissions & 0x3ff));
    }

    private static string HostPath(string top, ImagePath path) => path.IsRoot ? top : $"{top}/{path.Text}";
}
