using System.Globalization;
using System.IO.Abstractions;
using ManifestLinker.Compiler.Host;
using ManifestLinker.Compiler.Tree;

namespace ManifestLinker.Runtime.Store.Local;

/// <summary>
/// A cache in a folder: <c>ac/HH/HEX</c> and <c>cas/HH/HEX</c>, HH being the first two digits of the name. A file has its name only when it is
/// whole; its time is that of its last use. Several processes may use one folder.
/// </summary>
internal sealed class LocalCache(IHost host, string folder, TimeProvider clock)
{
    // EEXIST of errno-base.h, which the class library hands on. Whether the file is still there does not matter.
    private const int AlreadyExists = 17;

    private const FileShare Anyone = FileShare.ReadWrite | FileShare.Delete;

    private int copies;

    /// <summary>Where it lies.</summary>
    public string Folder => folder;

    /// <summary>Where files lie that are not whole yet.</summary>
    public string Unfinished => $"{folder}/tmp";

    /// <summary>Where the files of <paramref name="space"/> lie.</summary>
    public string FolderOf(CacheSpace space) => $"{folder}/{(space == CacheSpace.Actions ? "ac" : "cas")}";

    /// <summary>Whether there is a file of this name.</summary>
    public bool Has(CacheSpace space, string hex) => host.Status(PathOf(space, hex)) is { Kind: FileKind.Regular };

    /// <summary>Opens a file to be read, and takes it for used; null where there is none, or it cannot be opened.</summary>
    public Stream? Open(CacheSpace space, string hex)
    {
        string path = PathOf(space, hex);
        try
        {
            if (host.Status(path) is not { Kind: FileKind.Regular }) return null;
            FileSystemStream stream = host.Files.FileStream.New(path, new FileStreamOptions { Mode = FileMode.Open, Access = FileAccess.Read, Share = Anyone, BufferSize = 0 });
            Touch(path);
            return stream;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>
    /// Makes the file of this name by <paramref name="write"/>, which gives false where it has not got all of it; then, as where
    /// it throws, there is no such file.
    /// </summary>
    public bool Put(CacheSpace space, string hex, Func<Stream, bool> write)
    {
        string path = PathOf(space, hex);
        host.Files.Directory.CreateDirectory(host.Files.Path.GetDirectoryName(path)!);
        host.Files.Directory.CreateDirectory(Unfinished);
        string unfinished = Create(out FileSystemStream stream);
        bool isMoved = false;
        try
        {
            bool isWhole;
            using (stream) isWhole = write(stream);
            if (isWhole) host.Files.File.Move(unfinished, path, overwrite: true);
            return isMoved = isWhole;
        }
        finally
        {
            // Once it is moved, the name may be another's.
            if (!isMoved) host.Files.File.Delete(unfinished);
        }
    }

    /// <summary>Takes a file away that is not what its name says.</summary>
    public void Remove(CacheSpace space, string hex)
    {
        try
        {
            host.Files.File.Delete(PathOf(space, hex));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // It is not used, whether or not it stays.
        }
    }

    private string PathOf(CacheSpace space, string hex) => $"{FolderOf(space)}/{hex[..2]}/{hex}";

    // Another process, or one of another machine with the same number, may be at work here.
    private string Create(out FileSystemStream stream)
    {
        while (true)
        {
            string path = string.Create(CultureInfo.InvariantCulture, $"{Unfinished}/{Environment.ProcessId}-{Interlocked.Increment(ref copies)}");
            try
            {
                stream = host.Files.FileStream.New(path, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.Read, BufferSize = 0 });
                return path;
            }
            catch (IOException failure) when (failure.HResult == AlreadyExists)
            {
            }
        }
    }

    private void Touch(string path)
    {
        try
        {
            host.Files.File.SetLastWriteTimeUtc(path, clock.GetUtcNow().UtcDateTime);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // One that may only be read counts as unused.
        }
    }
}
