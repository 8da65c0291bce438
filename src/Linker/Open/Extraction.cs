using System.IO.Abstractions;
using ManifestLinker.Compiler.Host;
using ManifestLinker.Linker.Output;
using ManifestLinker.Compiler.Tree;

namespace ManifestLinker.Linker.Open;

/// <summary>Unpacks a tree for a user, as <see cref="Unpacking"/> does, to a directory that is there whole or not at all.</summary>
public static class Extraction
{
    /// <summary>Unpacks <paramref name="tree"/> to <paramref name="directory"/>, which must not exist, or be empty; gives what was left out.</summary>
    public static IReadOnlyList<TreeEntry> Extract(FileTree tree, string directory, IHost host, CancellationToken cancel)
    {
        IFileSystem files = host.Files;
        string full = files.Path.GetFullPath(directory);
        if (files.File.Exists(full)) throw new IOException($"{directory} is a file");
        if (files.Directory.Exists(full) && files.Directory.EnumerateFileSystemEntries(full).Any())
            throw new IOException($"{directory} exists and is not empty; name a new directory");
        string name = files.Path.GetFileName(full);
        using var staging = new StagingFolder(files, files.Path.GetDirectoryName(full)!, name);
        IReadOnlyList<TreeEntry> leftOut = Unpacking.Into(staging.PathOf(name), tree, host, cancel);
        staging.Commit();
        return leftOut;
    }
}
