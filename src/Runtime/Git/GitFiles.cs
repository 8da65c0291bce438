using System.IO.Abstractions;

namespace ManifestLinker.Runtime.Git;

/// <summary>The files of a <see cref="GitHost"/>: reading sees the state, all else the disk.</summary>
internal sealed class GitFiles : FileSystemBase
{
    private readonly IFileSystem disk;

    public GitFiles(IFileSystem disk, GitHost host)
    {
        this.disk = disk;
        File = new FilesOfState(disk, host);
        Directory = new DirectoriesOfState(disk, host);
        FileStream = new GitFileStreams(disk, host);
    }

    public override IFile File { get; }

    public override IDirectory Directory { get; }

    public override IFileStreamFactory FileStream { get; }

    public override IFileInfoFactory FileInfo => disk.FileInfo;

    public override IPath Path => disk.Path;

    public override IDirectoryInfoFactory DirectoryInfo => disk.DirectoryInfo;

    public override IDriveInfoFactory DriveInfo => disk.DriveInfo;

    public override IFileSystemWatcherFactory FileSystemWatcher => disk.FileSystemWatcher;

    public override IRandomAccess RandomAccess => disk.RandomAccess;

    public override IFileVersionInfoFactory FileVersionInfo => disk.FileVersionInfo;

    private sealed class FilesOfState(IFileSystem disk, GitHost host) : FileWrapper(disk)
    {
        public override bool Exists(string? path) => path is not null && host.Find(path, follow: true) switch
        {
            { HostPath: { } real } => base.Exists(real),
            { Entry: not null } => true,
            _ => false,
        };
    }

    private sealed class DirectoriesOfState(IFileSystem disk, GitHost host) : DirectoryWrapper(disk)
    {
        public override bool Exists(string? path) => path is not null && host.Find(path, follow: true) switch
        {
            { HostPath: { } real } => base.Exists(real),
            var found => found.IsDirectory,
        };

        public override IEnumerable<string> EnumerateFileSystemEntries(string path) => host.Find(path, follow: true) switch
        {
            { HostPath: { } real } => base.EnumerateFileSystemEntries(real).Select(entry => $"{path}/{FileSystem.Path.GetFileName(entry)}"),
            var found => host.Names(found).Select(name => $"{path}/{name}"),
        };

        public override IEnumerable<string> EnumerateFiles(string path) => EnumerateFileSystemEntries(path).Where(entry => !Exists(entry));
    }
}
