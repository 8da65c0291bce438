using System.IO.Abstractions;
using Microsoft.Win32.SafeHandles;

namespace ManifestLinker.Runtime.Git;

/// <summary>Opens files: for reading those of a state, for anything else those of the disk.</summary>
internal sealed class GitFileStreams(IFileSystem disk, GitHost host) : IFileStreamFactory
{
    public IFileSystem FileSystem => disk;

    public FileSystemStream New(SafeFileHandle handle, FileAccess access) => disk.FileStream.New(handle, access);

    public FileSystemStream New(SafeFileHandle handle, FileAccess access, int bufferSize) => disk.FileStream.New(handle, access, bufferSize);

    public FileSystemStream New(SafeFileHandle handle, FileAccess access, int bufferSize, bool isAsync) => disk.FileStream.New(handle, access, bufferSize, isAsync);

    public FileSystemStream New(string path, FileMode mode) => disk.FileStream.New(path, mode);

    public FileSystemStream New(string path, FileMode mode, FileAccess access) =>
        Open(path, mode, access, real => disk.FileStream.New(real, mode, access));

    public FileSystemStream New(string path, FileMode mode, FileAccess access, FileShare share) =>
        Open(path, mode, access, real => disk.FileStream.New(real, mode, access, share));

    public FileSystemStream New(string path, FileMode mode, FileAccess access, FileShare share, int bufferSize) =>
        Open(path, mode, access, real => disk.FileStream.New(real, mode, access, share, bufferSize));

    public FileSystemStream New(string path, FileMode mode, FileAccess access, FileShare share, int bufferSize, bool useAsync) =>
        Open(path, mode, access, real => disk.FileStream.New(real, mode, access, share, bufferSize, useAsync));

    public FileSystemStream New(string path, FileMode mode, FileAccess access, FileShare share, int bufferSize, FileOptions options) =>
        Open(path, mode, access, real => disk.FileStream.New(real, mode, access, share, bufferSize, options));

    public FileSystemStream New(string path, FileStreamOptions options) =>
        Open(path, options.Mode, options.Access, real => disk.FileStream.New(real, options));

    public FileSystemStream Wrap(FileStream fileStream) => disk.FileStream.Wrap(fileStream);

    private FileSystemStream Open(string path, FileMode mode, FileAccess access, Func<string, FileSystemStream> onDisk)
    {
        if (mode != FileMode.Open || access != FileAccess.Read) return onDisk(path);
        return host.Find(path, follow: true) switch
        {
            { HostPath: { } real } => onDisk(real),
            { Entry: { } entry } => new BlobStream(host.Content(entry), path),
            _ => throw new FileNotFoundException($"{path}: no such file or directory", path),
        };
    }

    private sealed class BlobStream(byte[] content, string path) : FileSystemStream(new MemoryStream(content, writable: false), path, isAsync: false);
}
