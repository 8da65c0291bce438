namespace ManifestLinker.Runtime.Tests.EndToEnd.Running;

/// <summary>A directory of its own for one test, which everyone may enter; removed with the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public TemporaryFolder()
    {
        Path = Directory.CreateTempSubdirectory("mlc-e2e-").FullName;
        File.SetUnixFileMode(Path, (UnixFileMode)0b111_101_101);
    }

    public string Path { get; }

    /// <summary>A path inside.</summary>
    public string At(string relative) => System.IO.Path.Combine(Path, relative);

    /// <summary>Writes a file and the directories above it.</summary>
    public string Write(string relative, string content)
    {
        string file = At(relative);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file)!);
        File.WriteAllText(file, content);
        return file;
    }

    /// <summary>Writes a file of any bytes.</summary>
    public string Write(string relative, byte[] content)
    {
        string file = Write(relative, "");
        File.WriteAllBytes(file, content);
        return file;
    }

    /// <summary>Everything below a directory, in order.</summary>
    public string[] Listing(string relative = ".") => Walk.Below(System.IO.Path.GetFullPath(At(relative)));

    public void Dispose()
    {
        // A test may have taken the right to write away.
        foreach (string directory in Directory.EnumerateDirectories(Path, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint }))
            File.SetUnixFileMode(directory, (UnixFileMode)0b111_101_101);
        Directory.Delete(Path, recursive: true);
    }
}
