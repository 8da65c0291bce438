namespace ManifestLinker.Testing;

/// <summary>A folder on the host for what programs read and write, which every user may enter; removed with the test.</summary>
public sealed class TemporaryFolder : IDisposable
{
    private const UnixFileMode Open = (UnixFileMode)0b111_101_101;

    /// <summary>Makes the folder.</summary>
    public TemporaryFolder()
    {
        Path = Directory.CreateTempSubdirectory("mlc-test-").FullName;
        File.SetUnixFileMode(Path, Open);
    }

    /// <summary>Where it is.</summary>
    public string Path { get; }

    /// <summary>A path inside.</summary>
    public string At(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Writes a file and the directories above it, and gives its path.</summary>
    public string Write(string name, byte[] bytes)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(At(name))!);
        File.WriteAllBytes(At(name), bytes);
        return At(name);
    }

    /// <summary>Writes a text as <see cref="Write(string, byte[])"/> does.</summary>
    public string Write(string name, string text) => Write(name, System.Text.Encoding.UTF8.GetBytes(text));

    /// <summary>Everything below a directory of it, in order.</summary>
    public string[] Listing(string name = ".") => Walk.Below(System.IO.Path.GetFullPath(At(name)));

    /// <inheritdoc/>
    public void Dispose()
    {
        // A test may have taken the right to write away.
        foreach (string name in Listing().Where(name => new DirectoryInfo(At(name)) is { Exists: true, LinkTarget: null })) File.SetUnixFileMode(At(name), Open);
        Directory.Delete(Path, recursive: true);
    }
}
