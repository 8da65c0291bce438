namespace ManifestLinker.Compiler.Tests.Cases;

/// <summary>A directory that is gone after the test, and that any user may look into.</summary>
internal sealed class TemporaryDirectory : IDisposable
{
    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("mlc-test-");

    public TemporaryDirectory() => File.SetUnixFileMode(Path, (UnixFileMode)0b111_101_101);

    public string Path => directory.FullName;

    public string At(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose() => directory.Delete(recursive: true);
}
