using CsCheck;
using ManifestLinker.Compiler.Bytes;

namespace ManifestLinker.Compiler.Tests.Bytes;

public sealed class PieceBytesTests
{
    [Fact]
    public void The_bytes_are_those_of_the_source() =>
        Gen.Select(Gen.Int[1, 12], Gen.Select(Gen.Double[0, 1], Gen.Int[0, 100_000]).Array[1, 40]).Sample(
            (pieces, reads) =>
            {
                var source = new Counted((pieces * PieceBytes.PieceSize) - 77);
                using var read = new PieceBytes(source);
                foreach ((double where, int size) in reads)
                {
                    int at = (int)(where * source.Length), length = (int)Math.Min(size, source.Length - at);
                    var got = new byte[length];
                    read.Read(at, got);
                    for (int i = 0; i < length; i++)
                    {
                        if (got[i] != Counted.At(at + i)) return false;
                    }
                }
                return true;
            },
            iter: 200);

    [Fact]
    public void A_small_source_is_read_once()
    {
        var source = new Counted(PieceBytes.PieceSize);
        using var read = new PieceBytes(source);
        for (int at = 0; at + 100 <= source.Length; at += 100) read.Read(at, new byte[100]);
        source.Reads.Should().Be(1);
    }

    [Fact]
    public void What_lies_near_each_other_is_read_with_one_piece()
    {
        var source = new Counted(100 * PieceBytes.PieceSize);
        using var read = new PieceBytes(source);
        foreach (int far in new[] { 0, 50, 99, 0, 50, 99 })
        {
            for (int i = 0; i < 100; i++) read.Read((far * PieceBytes.PieceSize) + i, new byte[64]);
        }
        source.Reads.Should().Be(3);
    }

    [Fact]
    public void What_lies_outside_is_refused()
    {
        using var read = new PieceBytes(new Counted(10));
        read.Invoking(r => r.Read(5, new byte[6])).Should().Throw<ArgumentOutOfRangeException>();
    }

    private sealed class Counted(long length) : ByteSource
    {
        public int Reads { get; private set; }

        public override long Length => length;

        public static byte At(long offset) => (byte)(offset * 31 >> 3);

        public override void Read(long offset, Span<byte> destination)
        {
            CheckRange(offset, destination.Length);
            Reads++;
            for (int i = 0; i < destination.Length; i++) destination[i] = At(offset + i);
        }
    }
}
