using System.Buffers.Binary;
using CsCheck;
using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Linker.Lofi;
using ManifestLinker.Linker.Tests.Foreign;

namespace ManifestLinker.Linker.Tests.Lofi;

public class LofiReaderTests
{
    private static readonly byte[] Image = LofiFiles.Mixed((3 * 8192) + 1024, seed: 5);
    private static readonly byte[] Good = LofiFiles.Write(Image, 8192);

    [FactNeeding("shared:corpus/lofi")]
    public void Files_of_lofiadm_decode_to_their_images()
    {
        foreach (string name in new[] { "two-seg.gzip.4k", "mixed.gzip.4k", "mixed.lzma.8k", "grown-tail.gzip-9.16k" })
        {
            byte[] file = File.ReadAllBytes(Checkout.Shared($"corpus/lofi/{name}.lgz"));
            byte[] image = File.ReadAllBytes(Checkout.Shared($"corpus/lofi/{name.Split('.')[0]}.img"));
            LofiReader.IsLofi(new MemoryBytes(file)).Should().BeTrue();
            LofiFiles.Read(file).Should().Equal(image, name);
            LofiFiles.Fatal(file).Should().BeEmpty(name);
            LofiFiles.Notes(file).Should().HaveCount(name.StartsWith("grown", StringComparison.Ordinal) ? 1 : 0, name);
        }
    }

    [FactNeeding("shared:corpus/lofi")]
    public void A_damaged_or_short_lzma_segment_is_refused()
    {
        byte[] file = File.ReadAllBytes(Checkout.Shared("corpus/lofi/mixed.lzma.8k.lgz"));
        byte[] image = File.ReadAllBytes(Checkout.Shared("corpus/lofi/mixed.img"));
        int segments = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(40)) - 1;
        int first = 48 + (8 * (segments + 1));
        for (int at = first + 14; at < first + 14 + 24; at++)
        {
            byte[] bad = (byte[])file.Clone();
            bad[at] ^= 0x40;
            Fuzz.Succeeds(() => LofiFiles.Read(bad).Should().NotEqual(image, $"byte {at} is damaged"));
        }
        byte[] wrongSize = (byte[])file.Clone();
        wrongSize[first + 6]++;
        LofiFiles.Fatal(wrongSize).Should().ContainSingle().Which.Should().Contain("segment 0 does not decompress");
    }

    [Fact]
    public void Reads_at_any_place_give_the_bytes_of_the_image()
    {
        LofiBytes bytes = LofiReader.Open(new MemoryBytes(Good));
        Gen.Select(Gen.Int[0, Image.Length], Gen.Int[0, Image.Length]).Sample(
            (a, b) =>
            {
                var part = new byte[Math.Abs(a - b)];
                bytes.Read(Math.Min(a, b), part);
                part.Should().Equal(Image[Math.Min(a, b)..Math.Max(a, b)]);
            },
            iter: 300);
        bytes.Invoking(it => it.Read(Image.Length, new byte[1])).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Theory]
    [InlineData(0, 'x', "this is no compressed lofi file*")]
    [InlineData(4, '-', "this is no compressed lofi file*")]
    [InlineData(39, 1, "the segment size is 8193*")]
    [InlineData(36, 0x80, "the segment size is 2147491840*")]
    [InlineData(43, 1, "the index has 1 entries*")]
    [InlineData(42, 0x7f, "the index of * entries runs past the end*")]
    [InlineData(40, 0xff, "the index has * entries*")]
    [InlineData(46, 0x40, "the last segment has 16384 bytes*")]
    [InlineData(46, 0, "the last segment has 0 bytes*")]
    [InlineData(55, 1, "index entry 0 is 1*")]
    [InlineData(48, 0x80, "index entry 0 is 9223372036854775808*")]
    [InlineData(56, 0x80, "index entry 1 is*not more than*")]
    [InlineData(60, 1, "index entry 1 is*past the end*")]
    public void A_wrong_number_is_named(int at, int value, string message)
    {
        byte[] bad = (byte[])Good.Clone();
        bad[at] = (byte)value;
        FluentActions.Invoking(() => LofiReader.Open(new MemoryBytes(bad))).Should().Throw<InvalidDataException>().WithMessage(message);
        LofiFiles.Fatal(bad).Should().ContainSingle().Which.Should().Match(message);
    }

    [Fact]
    public void Every_index_entry_that_does_not_increase_is_refused()
    {
        for (int entry = 1; entry <= 4; entry++)
        {
            byte[] bad = (byte[])Good.Clone();
            bad.AsSpan(48 + (8 * (entry - 1)), 8).CopyTo(bad.AsSpan(48 + (8 * entry)));
            FluentActions.Invoking(() => LofiReader.Open(new MemoryBytes(bad)))
                .Should().Throw<InvalidDataException>().WithMessage($"index entry {entry} *");
        }
    }

    [Fact]
    public void A_file_of_odd_length_is_refused()
    {
        FluentActions.Invoking(() => LofiReader.Open(new MemoryBytes(Good.AsMemory(0, Good.Length - 1))))
            .Should().Throw<InvalidDataException>().WithMessage("*no multiple of 512");
        LofiFiles.Fatal(Good[..^1]).Should().Contain(message => message.Contains("no multiple of 512"));
    }

    [Fact]
    public void Every_damaged_byte_of_a_compressed_segment_is_found()
    {
        byte[] image = new byte[8192];
        Array.Fill(image, (byte)'a', 0, 4000);
        byte[] file = LofiFiles.Write(image, 8192);
        int start = 48 + 16;
        int length = LofiFiles.Segments(file)[0].Length;
        for (int at = start + 1; at < start + length; at++)
        {
            byte[] bad = (byte[])file.Clone();
            // All bits: the last byte of the deflate stream has some that say nothing.
            bad[at] ^= 0xff;
            LofiFiles.Fatal(bad).Should().ContainSingle($"byte {at} is damaged").Which.Should().StartWith("segment 0 does not decompress");
        }
    }

    [Fact]
    public void A_wrong_flag_shows()
    {
        byte[] file = LofiFiles.Write(new byte[8192], 8192);
        file[64] = 7;
        LofiFiles.Notes(file).Should().ContainSingle().Which.Should().Contain("flag 7");
        LofiFiles.Fatal(file).Should().BeEmpty();
        file[64] = 0;
        LofiFiles.Fatal(file).Should().ContainSingle().Which.Should().Contain("segment 0 is stored in");
    }

    [Fact]
    public void A_stream_without_its_end_or_with_bytes_behind_it_shows()
    {
        byte[] file = LofiFiles.Write(new byte[8192], 8192);
        byte sentinel = file[63];
        file[63] = (byte)(sentinel - 1);
        LofiFiles.Fatal(file).Should().ContainSingle().Which.Should().Contain("has no end");
        file[63] = (byte)(sentinel + 1);
        LofiFiles.Fatal(file).Should().BeEmpty();
        LofiFiles.Notes(file).Should().ContainSingle().Which.Should().Contain("bytes follow the zlib stream");
    }

    [Fact]
    public void Padding_that_is_not_zero_or_too_long_is_noted()
    {
        byte[] dirty = (byte[])Good.Clone();
        dirty[^1] = 1;
        LofiFiles.Notes(dirty).Should().Equal("the padding after the last segment is not all zeros");
        LofiFiles.Notes([.. Good, .. new byte[512]]).Should().ContainSingle().Which.Should().Contain("follow the last segment");
        byte[] named = (byte[])Good.Clone();
        named[20] = (byte)'x';
        LofiFiles.Notes(named).Should().Equal("the name of the algorithm is not padded with zeros");
    }

    [Fact]
    public void A_header_that_promises_more_than_its_bytes_can_hold_takes_no_memory()
    {
        var file = new byte[512];
        "gzip"u8.CopyTo(file);
        BinaryPrimitives.WriteInt32BigEndian(file.AsSpan(36), 1 << 30);
        BinaryPrimitives.WriteInt32BigEndian(file.AsSpan(40), 2);
        BinaryPrimitives.WriteInt32BigEndian(file.AsSpan(44), 1 << 30);
        BinaryPrimitives.WriteInt64BigEndian(file.AsSpan(56), 100);
        file[64] = 1;
        LofiBytes bytes = LofiReader.Open(new MemoryBytes(file));
        long before = GC.GetAllocatedBytesForCurrentThread();
        bytes.Invoking(it => it.Read(0, new byte[10])).Should().Throw<InvalidDataException>().WithMessage("segment 0 cannot hold*");
        (GC.GetAllocatedBytesForCurrentThread() - before).Should().BeLessThan(1 << 20);
    }

    [Fact]
    public void Damaged_files_are_read_or_refused_and_nothing_else()
    {
        byte[] file = LofiFiles.Write(LofiFiles.Mixed(20_992, seed: 2), 4096);
        int refused = Fuzz.Variants(file, 3000, seed: 1).Count(bad => !Fuzz.Succeeds(() =>
        {
            LofiBytes bytes = LofiReader.Open(new MemoryBytes(bad));
            bytes.Slice(0, Math.Min(bytes.Length, 1 << 20)).ToArray();
        }));
        refused.Should().BeInRange(500, 2999);
        foreach (byte[] bad in Fuzz.Variants(file, 500, seed: 2)) LofiChecker.Check(new MemoryBytes(bad));
    }

    [FactNeeding("shared:corpus/lofi")]
    public void Damaged_lzma_files_are_read_or_refused_and_nothing_else()
    {
        byte[] file = File.ReadAllBytes(Checkout.Shared("corpus/lofi/mixed.lzma.8k.lgz"));
        foreach (byte[] bad in Fuzz.Variants(file, 1500, seed: 1)) LofiChecker.Check(new MemoryBytes(bad));
    }

    [FactNeeding("python3", "shared:tools/unlofi.py", "shared:corpus/lofi")]
    public void Verdicts_agree_with_the_independent_checker()
    {
        using var folder = new TemporaryFolder();
        string[] names = ["mixed.gzip.4k", "mixed.lzma.8k"];
        int[] counts = [0, 0, 0, 0];
        foreach (string name in names)
        {
            byte[] file = File.ReadAllBytes(Checkout.Shared($"corpus/lofi/{name}.lgz"));
            foreach (byte[] bad in Fuzz.Variants(file, 20, seed: 3))
            {
                IReadOnlyList<LofiProblem> problems = LofiChecker.Check(new MemoryBytes(bad));
                int expected = problems.Any(problem => problem.Severity == LofiSeverity.Fatal) ? 1 : problems.Count > 0 ? 3 : 0;
                (int status, string said) = ForeignTool.Run("python3", Checkout.Shared("tools/unlofi.py"), folder.Write("bad.lgz", bad));
                status.Should().Be(expected, $"{said} against {string.Join("; ", problems)}");
                counts[status]++;
            }
        }
        counts[1].Should().BePositive();
    }
}
