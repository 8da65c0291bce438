using ManifestLinker.Linker.Ufs;

namespace ManifestLinker.Linker.Tests.Ufs;

/// <summary>An image as a sparse file that other programs can open, for as long as it is in use.</summary>
internal sealed class ImageFile : IDisposable
{
    public ImageFile(UfsPlan plan)
    {
        Path = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"ufs-{Guid.NewGuid():n}.img");
        using FileStream file = File.Create(Path);
        file.SetLength(plan.Image.Length);
        foreach ((long offset, long length) in plan.DataRuns)
        {
            file.Position = offset;
            plan.Image.Slice(offset, length).ReadThrough(bytes => file.Write(bytes));
        }
    }

    public string Path { get; }

    public void Dispose() => File.Delete(Path);
}
