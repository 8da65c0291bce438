namespace ManifestLinker.Testing;

/// <summary>A folder on the host for what programs read and write; removed with the test.</summary>
public sealed class TemporaryFolder : IDisposable
{
    /// <summary>Makes the folder.</summary>
    public TemporaryFolder() => Path = Directory.CreateTempSubdirectory("mlc-test-").FullName;

    /// <summary>Where it is.</summary>
    public string Path { get; }

    /// <summary>A path inside.</summary>
    public string At(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Writes a file, and gives its path.</summary>
    public string Write(string name, byte[] bytes)
    {
        File.WriteAllBytes(At(name), bytes);
        return At(name);
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(Path, recursive: true);
}
