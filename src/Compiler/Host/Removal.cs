using System.IO.Abstractions;

namespace ManifestLinker.Compiler.Host;

/// <summary>Removes what mlc, or a program that it ran, has made, whatever modes that has.</summary>
public static class Removal
{
    private const UnixFileMode Writable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>Removes the file, link or directory at <paramref name="path"/>, where there is one; links are not followed.</summary>
    public static void Remove(IFileSystem files, string path)
    {
        if (files.FileInfo.New(path).LinkTarget is not null || files.File.Exists(path))
        {
            files.File.Delete(path);
            return;
        }
        if (!files.Directory.Exists(path)) return;
        try
        {
            files.Directory.Delete(path, recursive: true);
        }
        catch (UnauthorizedAccessException)
        {
            // Nothing can be removed from a directory that even its owner may not write to, and real proto areas have such.
            Open(files, path);
            files.Directory.Delete(path, recursive: true);
        }
    }

    private static void Open(IFileSystem files, string directory)
    {
        files.File.SetUnixFileMode(directory, Writable);
        foreach (string below in files.Directory.EnumerateDirectories(directory))
        {
            if (files.DirectoryInfo.New(below).LinkTarget is null) Open(files, below);
        }
    }
}
