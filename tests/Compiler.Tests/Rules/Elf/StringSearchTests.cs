using System.Text;
using CsCheck;
using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Compiler.Rules.Elf;

namespace ManifestLinker.Compiler.Tests.Rules.Elf;

public sealed class StringSearchTests
{
    private static readonly StringSearch Search = new(["/jenkins/ws", "/", "relative"]);

    [Theory]
    [InlineData("\0/jenkins/ws/a.c\0", "/jenkins/ws/a.c")]
    [InlineData("/jenkins/ws", "/jenkins/ws")]
    [InlineData("\0/jenkins/wsx/a.c\0", null)]
    [InlineData("\0x/jenkins/ws/a.c\0", null)]
    [InlineData("\0/b/proto/lib\0", "/b/proto/lib")]
    [InlineData("\0/b/proto.strap/lib\0", "/b/proto.strap/lib")]
    [InlineData("\0/proto/lib\0", "/proto/lib")]
    [InlineData("\0/b/proto\0", null)]
    [InlineData("\0/b/proto./x\0", null)]
    [InlineData("\0/etc/protocols/x\0", null)]
    [InlineData("\0/etc/proto.c\0/x\0", null)]
    [InlineData("\0http://x/proto/lib\0", null)]
    public void What_begins_in_a_build_tree_is_found(string bytes, string? found) =>
        Search.Find(new MemoryBytes(Encoding.UTF8.GetBytes(bytes)), [], _ => false, CancellationToken.None).First.Should().Be(found);

    // Wherever it lies, also where one piece of the file ends and the next begins.
    [Fact]
    public void A_string_is_found_once_wherever_it_lies() => Gen.Int[0, 600_000].Sample(
        at =>
        {
            var bytes = new byte[600_100];
            "/jenkins/ws/b/proto/x"u8.CopyTo(bytes.AsSpan(at));
            Search.Find(new MemoryBytes(bytes), [], _ => false, CancellationToken.None).Should().Be((1, "/jenkins/ws/b/proto/x"));
            Search.Find(new MemoryBytes(bytes), [(at, 30)], _ => false, CancellationToken.None).Count.Should().Be(0);
        },
        iter: 100);

    [Fact]
    public void Around_the_end_of_a_piece_nothing_is_missed_or_told_twice()
    {
        for (int at = (256 * 1024) - 40; at < (256 * 1024) + 5; at++)
        {
            var bytes = new byte[600_100];
            "/jenkins/ws/b/proto/x"u8.CopyTo(bytes.AsSpan(at));
            Search.Find(new MemoryBytes(bytes), [], _ => false, CancellationToken.None).Should().Be((1, "/jenkins/ws/b/proto/x"));
        }
    }

    [Fact]
    public void Any_bytes_and_any_ranges_are_searched() => Gen.Select(Gen.Byte.Array[0, 300], Gen.Select(Gen.Long, Gen.Long.Where(size => size >= 0)).Array[0, 4]).Sample(
        (bytes, ranges) =>
        {
            (long, long)[] skipped = [.. ranges.Select(range => (range.Item1 & long.MaxValue, range.Item2))];
            Search.Find(new MemoryBytes(bytes), skipped, _ => false, CancellationToken.None).Count.Should().BeGreaterThanOrEqualTo(0);
        },
        iter: 500);
}
