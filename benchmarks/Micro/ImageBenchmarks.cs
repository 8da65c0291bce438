using System.IO.Compression;
using BenchmarkDotNet.Attributes;
using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Linker.Lofi;
using ManifestLinker.Compiler.Tree;
using ManifestLinker.Linker.Ufs;

namespace ManifestLinker.Benchmarks;

/// <summary>Planning an image, and compressing it, against the deflate that the compression cannot do without.</summary>
public class ImageBenchmarks
{
    private const int Segment = 128 * 1024;
    private readonly UfsPlan plan = Plan();

    /// <summary>The floor: deflate every segment of the image, on one thread.</summary>
    [Benchmark(Baseline = true)]
    public long DeflateSegments()
    {
        long compressed = 0;
        plan.Image.ReadThrough(
            bytes =>
            {
                using var output = new MemoryStream();
                using (var zlib = new ZLibStream(output, new ZLibCompressionOptions { CompressionLevel = 6 }, leaveOpen: true)) zlib.Write(bytes);
                compressed += output.Length;
            },
            Segment);
        return compressed;
    }

    /// <summary>The whole lofi writer, on one thread.</summary>
    [Benchmark]
    public long LofiOneThread() => Compress(1);

    /// <summary>The whole lofi writer, on two threads.</summary>
    [Benchmark]
    public long LofiTwoThreads() => Compress(2);

    /// <summary>Planning alone.</summary>
    [Benchmark]
    public int PlanImage() => Plan().Usage.InodesUsed;

    private long Compress(int jobs)
    {
        using var output = new MemoryStream();
        LofiWriter.Write(plan.Image, output, new LofiOptions(), jobs, CancellationToken.None);
        return output.Length;
    }

    // 4000 files of text-like bytes, 32 MB in all.
    private static UfsPlan Plan()
    {
        byte[] text = new byte[1 << 20];
        uint state = 1;
        for (int i = 0; i < text.Length; i++)
        {
            state = (state * 1664525) + 1013904223;
            text[i] = (byte)("etaoin shrdlu\n"[(int)(state >> 24) % 14]);
        }
        var source = new MemoryBytes(text);
        var entries = new List<TreeEntry> { new(ImagePath.Root, Inode(FileKind.Directory, MemoryBytes.Empty)) };
        for (int i = 0; i < 4000; i++)
        {
            ByteSource content = source.Slice(i * 200 % 100_000, 1 + (i * 4099 % 16_384));
            entries.Add(new TreeEntry(ImagePath.Root.Append(FormattableString.Invariant($"file{i:0000}")), Inode(FileKind.Regular, content)));
        }
        return (UfsPlan)UfsPlanner.Plan(new FileTree(entries), new UfsOptions { Size = new UfsSize.Auto(), Time = 0 });
    }

    private static Inode Inode(FileKind kind, ByteSource content) =>
        new() { Kind = kind, Permissions = 0x1ed, Uid = 0, Gid = 0, Modified = 0, Content = content };
}
