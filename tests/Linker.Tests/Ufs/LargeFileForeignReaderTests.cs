using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Linker.Tests.Trees;

namespace ManifestLinker.Linker.Tests.Ufs;

/// <summary>GRUB's UFS driver follows one, two and three indirections.</summary>
public class LargeFileForeignReaderTests
{
    [FactNeeding("grub-fstest")]
    public void Grub_reads_both_ends_of_each_indirection()
    {
        const long Length = LargeFileTests.Double + 9_000_001;
        var content = new SpottedBytes(Length, 20000, [.. LargeFileTests.Spots(Length)]);
        using var image = new SparseImage(LargeFileTests.Plan(content).Image);

        foreach (long at in LargeFileTests.Spots(Length))
        {
            byte[] read = ForeignTool.Run("grub-fstest", image.Path, "-s", at.ToString(), "-n", "20000", "cat", "(loop0)/large").Exits(0).Bytes;
            read.AsSpan().SequenceEqual(content.Slice(at, 20000).ToArray()).Should().BeTrue($"the bytes at {at} should be the same");
        }
    }

    // All of an image but its zeros.
    private sealed class SparseImage : IDisposable
    {
        public SparseImage(ByteSource image)
        {
            Path = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"ufs-{Guid.NewGuid():n}.img");
            using FileStream file = File.Create(Path);
            file.SetLength(image.Length);
            image.ReadThrough(
                bytes =>
                {
                    if (bytes.IndexOfAnyExcept((byte)0) < 0) file.Position += bytes.Length;
                    else file.Write(bytes);
                },
                64 * 1024);
        }

        public string Path { get; }

        public void Dispose() => File.Delete(Path);
    }
}
