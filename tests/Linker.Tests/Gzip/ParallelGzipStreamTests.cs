using System.IO.Compression;
using CsCheck;
using ManifestLinker.Linker.Gzip;
using ManifestLinker.Linker.Tests.Lofi;

namespace ManifestLinker.Linker.Tests.Gzip;

public class ParallelGzipStreamTests
{
    private const int Chunk = ParallelGzipStream.ChunkSize;

    public static byte[] Compress(byte[] content, int jobs = 2, params int[] cuts)
    {
        using var output = new MemoryStream();
        using var gzip = new ParallelGzipStream(output, jobs, CancellationToken.None);
        int at = 0;
        foreach (int cut in cuts.Where(cut => cut <= content.Length).Order())
        {
            gzip.Write(content, at, cut - at);
            gzip.Flush();
            at = cut;
        }
        gzip.Write(content.AsSpan(at));
        gzip.Complete();
        return output.ToArray();
    }

    public static IEnumerable<(string Name, byte[] Content)> Inputs()
    {
        yield return ("empty", []);
        yield return ("one byte", [42]);
        yield return ("text and noise", LofiFiles.Mixed((3 * Chunk) + 777));
        yield return ("exactly a chunk", LofiFiles.Mixed(Chunk));
        yield return ("zeros", new byte[(2 * Chunk) + 5]);
        yield return ("noise", Noise((2 * Chunk) + 70_001));
        yield return ("little noise", Noise(100));
        yield return ("noise, zeros, noise", [.. Noise(Chunk), .. new byte[Chunk], .. Noise(3)]);
    }

    [Fact]
    public void The_content_comes_back()
    {
        foreach ((string name, byte[] content) in Inputs())
        {
            using var gzip = new GZipStream(new MemoryStream(Compress(content)), CompressionMode.Decompress);
            using var back = new MemoryStream();
            gzip.CopyTo(back);
            back.ToArray().Should().Equal(content, name);
        }
    }

    [FactNeeding("gzip", "python3")]
    public void Gzip_and_zlib_read_it_as_one_member()
    {
        const string Script =
            "import sys,zlib;d=zlib.decompressobj(31);c=d.decompress(open(sys.argv[1],'rb').read());"
            + "sys.exit(0 if d.eof and not d.unused_data and c==open(sys.argv[2],'rb').read() else 1)";
        using var folder = new TemporaryFolder();
        foreach ((string name, byte[] content) in Inputs())
        {
            string file = folder.Write("content.gz", Compress(content));
            ForeignTool.Run("gzip", "-tv", file).Status.Should().Be(0, name);
            ForeignTool.Run("python3", "-c", Script, file, folder.Write("content", content)).Status.Should().Be(0, name);
        }
    }

    [FactNeeding("pigz")]
    public void Pigz_reads_it()
    {
        using var folder = new TemporaryFolder();
        foreach ((string name, byte[] content) in Inputs())
            ForeignTool.Run("pigz", "-t", folder.Write("content.gz", Compress(content))).Status.Should().Be(0, name);
    }

    [Fact]
    public void Neither_threads_nor_the_cuts_between_writes_show()
    {
        byte[] content = LofiFiles.Mixed((2 * Chunk) + 12_345, seed: 9);
        byte[] expected = Compress(content, jobs: 1);
        Gen.Select(Gen.Int[1, 7], Gen.Int[0, content.Length].Array[0, 8])
            .Sample((jobs, cuts) => Compress(content, jobs, cuts).Should().Equal(expected), iter: 25);
    }

    [Fact]
    public void Zeros_cost_next_to_nothing() => Compress(new byte[8 * Chunk]).Length.Should().BeLessThan(8 * Chunk / 900);

    [Fact]
    public void What_does_not_compress_is_stored()
    {
        byte[] noise = Noise(3 * Chunk);
        Compress(noise).Length.Should().BeInRange(noise.Length, noise.Length + 200);
    }

    [Fact]
    public void A_chunk_with_a_compressible_part_is_not_taken_for_noise()
    {
        byte[] content = Noise(Chunk);
        content.AsSpan(Chunk / 2).Clear();
        Compress(content).Length.Should().BeLessThan(Chunk * 6 / 10);
    }

    [Fact]
    public void The_header_names_neither_file_nor_time_nor_host() =>
        Compress([1, 2, 3])[..10].Should().Equal(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3);

    [Fact]
    public void A_stream_that_is_not_completed_does_not_look_finished()
    {
        using var output = new MemoryStream();
        using (var gzip = new ParallelGzipStream(output, 2, CancellationToken.None)) gzip.Write(new byte[100]);
        FluentActions.Invoking(() => GzipReaderTests.Inflate(output.ToArray())).Should().Throw<InvalidDataException>();
    }

    [Fact]
    public void A_cancelled_write_throws()
    {
        using var cancel = new CancellationTokenSource();
        using var gzip = new ParallelGzipStream(Stream.Null, 2, cancel.Token);
        cancel.Cancel();
        gzip.Invoking(it => it.Write(new byte[Chunk])).Should().Throw<OperationCanceledException>();
    }

    [Fact]
    public void A_failing_output_surfaces()
    {
        using var full = new MemoryStream(new byte[1000]);
        using var gzip = new ParallelGzipStream(full, 2, CancellationToken.None);
        gzip.Invoking(it =>
        {
            it.Write(Noise(3 * Chunk));
            it.Complete();
        }).Should().Throw<NotSupportedException>();
        gzip.Invoking(it => it.Complete()).Should().Throw<InvalidOperationException>();
    }

    private static byte[] Noise(int length)
    {
        var noise = new byte[length];
        new Random(length).NextBytes(noise);
        return noise;
    }
}
