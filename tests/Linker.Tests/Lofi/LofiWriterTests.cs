using CsCheck;
using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Linker.Lofi;

namespace ManifestLinker.Linker.Tests.Lofi;

public class LofiWriterTests
{
    public static TheoryData<int, int> Shapes()
    {
        var shapes = new TheoryData<int, int>();
        foreach (int size in new[] { 512, 2048, 4096, 131072 })
        {
            foreach (int length in new[] { size, size + 512, 3 * size, (6 * size) - 512 }) shapes.Add(size, length);
        }
        return shapes;
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void What_is_written_reads_as_the_image_and_is_clean(int segmentSize, int length)
    {
        byte[] image = LofiFiles.Mixed(length);
        byte[] file = LofiFiles.Write(image, segmentSize);
        LofiFiles.Read(file).Should().Equal(image);
        LofiChecker.Check(new MemoryBytes(file)).Should().BeEmpty();
        (file.Length % 512).Should().Be(0);
    }

    [Theory]
    [InlineData(512)]
    [InlineData(2048)]
    [InlineData(131072)]
    public void The_number_of_threads_does_not_show(int segmentSize)
    {
        byte[] image = LofiFiles.Mixed((9 * 131072) + 512);
        byte[] one = LofiFiles.Write(image, segmentSize, jobs: 1);
        LofiFiles.Write(image, segmentSize, jobs: 2).Should().Equal(one);
        LofiFiles.Write(image, segmentSize, jobs: 7).Should().Equal(one);
    }

    [Fact]
    public void The_header_is_the_one_of_lofiadm()
    {
        byte[] file = LofiFiles.Write(new byte[4608], 4096);
        file[..4].Should().Equal("gzip"u8.ToArray());
        file[4..36].Should().OnlyContain(b => b == 0);
        file[36..48].Should().Equal(0, 0, 0x10, 0, 0, 0, 0, 3, 0, 0, 2, 0);
        file[48..56].Should().OnlyContain(b => b == 0);
    }

    [Theory]
    [InlineData(-1, 1)]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    public void A_full_segment_is_compressed_where_that_saves_2048_bytes(int over, byte flag)
    {
        const int Size = 8192;
        byte[] image = LofiFiles.DeflatingTo(Size, Size - 2048 + over);
        LofiFiles.Segments(LofiFiles.Write(image, Size))
            .Should().Equal((flag, 1 + (flag == 1 ? Size - 2048 + over : Size)));
    }

    [Fact]
    public void A_short_last_segment_that_would_grow_is_stored()
    {
        var image = new byte[4096 + 512];
        new Random(3).NextBytes(image.AsSpan(4096));
        byte[] file = LofiFiles.Write(image, 4096);
        LofiFiles.Segments(file)[1].Should().Be(((byte)0, 513));
        LofiFiles.Notes(file).Should().BeEmpty();
    }

    [Fact]
    public void A_stored_segment_may_stand_between_compressed_ones()
    {
        var image = new byte[3 * 4096];
        new Random(3).NextBytes(image.AsSpan(4096, 4096));
        byte[] file = LofiFiles.Write(image, 4096);
        LofiFiles.Segments(file).Select(segment => segment.Flag).Should().Equal(1, 0, 1);
        LofiFiles.Read(file).Should().Equal(image);
    }

    [Theory]
    [InlineData(512)]
    [InlineData(2048)]
    public void Segments_of_up_to_2048_bytes_are_always_stored(int size) =>
        LofiFiles.Segments(LofiFiles.Write(new byte[4 * size], size)).Should().AllBeEquivalentTo(((byte)0, size + 1));

    [Fact]
    public void An_empty_image_stays_empty() => LofiFiles.Write([], 4096).Should().BeEmpty();

    [Theory]
    [InlineData(513, 4096)]
    [InlineData(512, 256)]
    [InlineData(512, 5000)]
    public void What_lofi_cannot_have_is_refused(int length, int segmentSize)
    {
        Action write = () => LofiFiles.Write(new byte[length], segmentSize);
        write.Should().Throw<ArgumentException>();
    }

    [Fact]
    public void The_file_begins_where_the_output_stands()
    {
        byte[] image = LofiFiles.Mixed(20_480);
        using var output = new MemoryStream();
        output.Write("before"u8);
        LofiWriter.Write(new MemoryBytes(image), output, new LofiOptions { SegmentSize = 4096 }, 2, CancellationToken.None);
        output.Position.Should().Be(output.Length);
        output.ToArray()[6..].Should().Equal(LofiFiles.Write(image, 4096));
    }

    [Fact]
    public void A_cancelled_run_stops()
    {
        Action write = () => LofiWriter.Write(
            new MemoryBytes(new byte[4096]), new MemoryStream(), new LofiOptions(), 2, new CancellationToken(canceled: true));
        write.Should().Throw<OperationCanceledException>();
    }

    [FactNeeding("python3", "shared:tools/unlofi.py")]
    public void The_independent_decoder_finds_nothing_and_gives_the_image_back()
    {
        using var folder = new TemporaryFolder();
        foreach ((int size, int length) in new[] { (512, 4096), (4096, 4608), (8192, 200_192), (131072, 131072), (131072, 1_000_448) })
        {
            byte[] image = LofiFiles.Mixed(length, seed: size);
            string file = folder.Write("image.lgz", LofiFiles.Write(image, size));
            ForeignTool.Run("python3", Checkout.Shared("tools/unlofi.py"), file, "-o", folder.At("image")).Exits(0);
            File.ReadAllBytes(folder.At("image")).Should().Equal(image);
        }
    }

    [Fact]
    public void Any_image_comes_back() =>
        Gen.Select(Gen.Int[1, 60], Gen.Int[0, 6], Gen.Int[1, 1000]).Sample(
            (blocks, shift, seed) =>
            {
                byte[] image = LofiFiles.Mixed(blocks * 512, seed);
                LofiFiles.Read(LofiFiles.Write(image, 512 << shift)).Should().Equal(image);
            },
            iter: 100);
}
