using System.IO.Abstractions;
using ManifestLinker.Compiler.Host;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Tree;
using ManifestLinker.Linker.Output;
using ManifestLinker.Runtime.Store.Listing;

namespace ManifestLinker.Runtime.Store;

/// <summary>Makes what a listing tells, beside the folder it is for, and puts it there when all of it is whole.</summary>
internal static class OutputRestorer
{
    private static readonly FileStreamOptions Private = new()
    {
        Mode = FileMode.CreateNew,
        Access = FileAccess.Write,
        UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
    };

    /// <summary>
    /// Makes <paramref name="listing"/> to be <paramref name="folder"/>; <paramref name="copy"/> writes a content, and gives false where it has not
    /// got it. False, with the folder as it was, where any is missing. All has the time of now, since make takes what is older than its sources for stale.
    /// </summary>
    public static bool Restore(OutputListing listing, string folder, IHost host, Func<BlobDigest, Stream, bool> copy, CancellationToken cancel)
    {
        IFileSystem files = host.Files;
        string full = Final(files, folder);
        string name = files.Path.GetFileName(full);
        using var staging = new StagingFolder(files, files.Path.GetDirectoryName(full)!, name);
        string top = staging.PathOf(name);
        files.Directory.CreateDirectory(top);
        // Links are made last, so that nothing is ever written through one.
        foreach (StoredEntry entry in listing.Entries.OrderBy(Rank))
        {
            cancel.ThrowIfCancellationRequested();
            if (!Make(entry, PathOf(top, entry.Path), top, host, copy)) return false;
        }
        foreach (StoredEntry.Directory directory in listing.Entries.OfType<StoredEntry.Directory>().Where(directory => !directory.Path.IsRoot).Reverse())
            files.File.SetUnixFileMode(PathOf(top, directory.Path), (UnixFileMode)directory.Mode);
        Replace(staging, host, full);
        if (listing.Entries is [StoredEntry.Directory { Path.IsRoot: true } first, ..]) files.File.SetUnixFileMode(full, (UnixFileMode)first.Mode);
        return true;
    }

    // A link to where there is more space stays one.
    private static string Final(IFileSystem files, string folder)
    {
        string full = files.Path.TrimEndingDirectorySeparator(files.Path.GetFullPath(folder));
        return files.Directory.Exists(full) && files.Directory.ResolveLinkTarget(full, returnFinalTarget: true) is { } target ? target.FullName : full;
    }

    // A directory that may not be written to cannot be moved, since it holds the name of the one above it.
    private static void Replace(StagingFolder staging, IHost host, string folder)
    {
        UnixFileMode? closed = host.Status(folder) is { Kind: FileKind.Directory } status && ((UnixFileMode)status.Permissions & UnixFileMode.UserWrite) == UnixFileMode.None
            ? (UnixFileMode)status.Permissions : null;
        if (closed is { } mode) host.Files.File.SetUnixFileMode(folder, mode | UnixFileMode.UserWrite);
        try
        {
            staging.Commit();
        }
        catch when (closed is not null && host.Files.Directory.Exists(folder))
        {
            host.Files.File.SetUnixFileMode(folder, closed.Value);
            throw;
        }
    }

    private static int Rank(StoredEntry entry) => entry switch
    {
        StoredEntry.Directory => 0,
        StoredEntry.File => 1,
        StoredEntry.HardLink => 2,
        _ => 3,
    };

    private static bool Make(StoredEntry entry, string path, string top, IHost host, Func<BlobDigest, Stream, bool> copy)
    {
        switch (entry)
        {
            case StoredEntry.Directory:
                host.Files.Directory.CreateDirectory(path);
                return true;
            case StoredEntry.File file:
                // Nobody may read it, even for a moment, who may not read it in the end.
                using (FileSystemStream stream = host.Files.FileStream.New(path, Private))
                {
                    if (!copy(file.Content, stream)) return false;
                }
                host.Files.File.SetUnixFileMode(path, (UnixFileMode)file.Mode);
                return true;
            case StoredEntry.HardLink link:
                host.MakeHardLink(path, PathOf(top, link.Existing));
                return true;
            case StoredEntry.Link link:
                host.Files.File.CreateSymbolicLink(path, link.Target);
                return true;
            default:
                throw new InvalidOperationException($"{entry.Path} is of no kind that can be kept");
        }
    }

    private static string PathOf(string top, ImagePath path) => path.IsRoot ? top : $"{top}/{path.Text}";
}
