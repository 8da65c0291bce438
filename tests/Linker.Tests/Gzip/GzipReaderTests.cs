using System.IO.Compression;
using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Linker.Gzip;
using ManifestLinker.Linker.Tests.Foreign;
using ManifestLinker.Linker.Tests.Lofi;

namespace ManifestLinker.Linker.Tests.Gzip;

public class GzipReaderTests
{
    private static readonly byte[] Text = LofiFiles.Mixed(50_000, seed: 3);

    public static byte[] Inflate(byte[] file, long limit = long.MaxValue)
    {
        using InflatedBytes bytes = GzipReader.Inflate(new MemoryBytes(file), () => new MemoryStream(), limit);
        return bytes.ToArray();
    }

    [Fact]
    public void It_reads_what_the_writer_writes()
    {
        foreach ((string name, byte[] content) in ParallelGzipStreamTests.Inputs())
            Inflate(ParallelGzipStreamTests.Compress(content)).Should().Equal(content, name);
    }

    [Fact]
    public void Members_in_a_row_are_one_content()
    {
        byte[][] parts = [Text, [], [1], new byte[100_000], [], [], Text[..700]];
        using InflatedBytes bytes = Open([.. parts.SelectMany(Member)]);
        bytes.ToArray().Should().Equal(parts.SelectMany(part => part));
        bytes.Members.Should().Be(parts.Length);
        bytes.TrailingBytes.Should().Be(0);
    }

    [Theory]
    [InlineData(new byte[0], 0)]
    [InlineData(new byte[] { 0, 0, 0, 0 }, 0)]
    [InlineData(new byte[] { 7 }, 1)]
    [InlineData(new byte[] { 0, 0x1f, 0x8b }, 3)]
    public void What_follows_the_last_member_is_counted_unless_it_is_zero(byte[] tail, long counted)
    {
        foreach (byte[] content in new[] { Text, [5] })
        {
            using InflatedBytes bytes = Open([.. Member(content), .. tail]);
            bytes.ToArray().Should().Equal(content);
            bytes.TrailingBytes.Should().Be(counted);
        }
    }

    [FactNeeding("gzip")]
    public void It_reads_a_named_file_of_gzip()
    {
        using var folder = new TemporaryFolder();
        ForeignTool.Run("gzip", "-9", folder.Write("a name", Text)).Status.Should().Be(0);
        Inflate(File.ReadAllBytes(folder.At("a name.gz"))).Should().Equal(Text);
    }

    [Fact]
    public void Optional_header_fields_are_skipped()
    {
        byte[] member = Member(Text);
        byte[] full = [.. member[..3], 0x1f, .. member[4..10], 2, 0, 9, 9, .. "name\0"u8, .. "comment\0"u8, 1, 2, .. member[10..]];
        Inflate(full).Should().Equal(Text);
        full[3] = 0x3f;
        Refusal(full).Should().Contain("unknown flags");
    }

    [Fact]
    public void Every_cut_is_noticed()
    {
        byte[] member = Member(Text[..300]);
        for (int length = 0; length < member.Length; length++)
            FluentActions.Invoking(() => Inflate(member[..length])).Should().Throw<InvalidDataException>($"only {length} bytes are left");
    }

    [Fact]
    public void A_wrong_CRC_or_length_is_noticed()
    {
        for (int back = 1; back <= 8; back++)
        {
            byte[] member = Member(Text);
            member[^back] ^= 1;
            Refusal(member).Should().Contain("stated length and CRC-32");
        }
    }

    [Fact]
    public void More_than_the_limit_is_refused_before_it_is_kept()
    {
        byte[] bomb = ParallelGzipStreamTests.Compress(new byte[64 << 20]);
        using var spool = new MemoryStream();
        FluentActions.Invoking(() => GzipReader.Inflate(new MemoryBytes(bomb), () => spool, limit: 1 << 20))
            .Should().Throw<InvalidDataException>().WithMessage("*holds more than 1048576 bytes");
        spool.Invoking(it => it.Length).Should().Throw<ObjectDisposedException>();
        Inflate(Member(Text), Text.Length).Should().Equal(Text);
        Refusal(Member(Text), Text.Length - 1).Should().Contain("holds more");
    }

    [Fact]
    public void Something_else_is_no_gzip_file()
    {
        GzipReader.IsGzip(MemoryBytes.Empty).Should().BeFalse();
        Refusal([1, 2, 3]).Should().Be("this is no gzip file");
        Refusal([0x1f, 0x8b, 9, .. new byte[20]]).Should().Contain("method 9");
    }

    [Fact]
    public void Damaged_files_are_read_or_refused_and_nothing_else()
    {
        byte[] file = [.. Member(Text[..5000]), .. ParallelGzipStreamTests.Compress(Text[..3000])];
        int refused = Fuzz.Variants(file, 3000, seed: 4).Count(bad => !Fuzz.Succeeds(() => Inflate(bad, 1 << 20)));
        refused.Should().BeInRange(1500, 2999);
    }

    private static InflatedBytes Open(byte[] file) => GzipReader.Inflate(new MemoryBytes(file), () => new MemoryStream());

    private static string Refusal(byte[] file, long limit = long.MaxValue) =>
        FluentActions.Invoking(() => Inflate(file, limit)).Should().Throw<InvalidDataException>().Which.Message;

    private static byte[] Member(byte[] content)
    {
        using var output = new MemoryStream();
        using (var gzip = new GZipStream(output, CompressionLevel.Optimal, leaveOpen: true)) gzip.Write(content);
        // .NET writes nothing for nothing.
        return output.Length > 0 ? output.ToArray() : ParallelGzipStreamTests.Compress(content);
    }
}
