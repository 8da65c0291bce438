namespace ManifestLinker.Linker.Output;

/// <summary>A file of the staging folder that is needed during the link only.</summary>
internal sealed class WorkFile(StagingFolder staging, string name) : IDisposable
{
    private bool removed;

    public Stream Stream { get; } = staging.Create(name);

    public string Path => staging.PathOf(name);

    public void Dispose()
    {
        if (removed) return;
        removed = true;
        Stream.Dispose();
        staging.Delete(name);
    }
}
