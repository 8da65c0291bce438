using CsCheck;
using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Linker.Extents;
using ManifestLinker.Linker.Tests.Trees;

namespace ManifestLinker.Linker.Tests.Extents;

public class ExtentBytesTests
{
    [Fact]
    public void Any_range_of_any_extents_is_what_a_buffer_would_hold() =>
        Check.Sample(
            Gen.Select(Gen.Select(Gen.Int[0, 40], Gen.Int[0, 40]).Array[0, 12], Gen.Int[0, 50], Gen.Int, Gen.Int),
            (pieces, rest, from, to) =>
            {
                var extents = new List<Extent>();
                var expected = new List<byte>();
                foreach ((int gap, int length) in pieces)
                {
                    expected.AddRange(new byte[gap]);
                    var bytes = new PatternBytes((ulong)extents.Count, length);
                    extents.Insert(0, new Extent(expected.Count, bytes));
                    expected.AddRange(bytes.ToArray());
                }
                expected.AddRange(new byte[rest]);
                var image = new ExtentBytes(expected.Count, extents);
                image.ToArray().Should().Equal(expected);

                int start = (int)((uint)from % (expected.Count + 1));
                int count = (int)((uint)to % (expected.Count - start + 1));
                var part = new byte[count];
                part.AsSpan().Fill(0xEE);
                image.Read(start, part);
                part.Should().Equal(expected.GetRange(start, count));

                // Holes are what the data runs leave out, and no two runs touch.
                long end = -1;
                var kept = new byte[expected.Count];
                foreach ((long offset, long length) in image.DataRuns())
                {
                    offset.Should().BeGreaterThan(end);
                    length.Should().BePositive();
                    end = offset + length;
                    image.Read(offset, kept.AsSpan((int)offset, (int)length));
                }
                kept.Should().Equal(expected);
            },
            iter: 500);

    [Fact]
    public void Extents_that_overlap_are_refused()
    {
        Action make = () => _ = new ExtentBytes(100, [new(10, new MemoryBytes(new byte[5])), new(14, new MemoryBytes(new byte[5]))]);
        make.Should().Throw<ArgumentException>().WithMessage("the extent at 14 overlaps the one that ends at 15*");
    }

    [Fact]
    public void Extents_outside_of_the_image_are_refused()
    {
        Action behind = () => _ = new ExtentBytes(100, [new(96, new MemoryBytes(new byte[5]))]);
        behind.Should().Throw<ArgumentException>().WithMessage("the extent at 96 ends behind the 100 bytes of the image*");
        Action before = () => _ = new ExtentBytes(100, [new(-1, new MemoryBytes(new byte[5]))]);
        before.Should().Throw<ArgumentException>();
    }

    [Fact]
    public void Reading_past_the_end_is_refused()
    {
        var image = new ExtentBytes(100, [new(96, new MemoryBytes(new byte[4]))]);
        Action read = () => image.Read(90, new byte[11]);
        read.Should().Throw<ArgumentOutOfRangeException>();
    }
}
