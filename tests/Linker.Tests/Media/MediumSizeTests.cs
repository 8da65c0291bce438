using ManifestLinker.Linker.Media;

namespace ManifestLinker.Linker.Tests.Media;

public class MediumSizeTests
{
    [Theory]
    [InlineData("2gb", 1_940_000_256)]
    [InlineData("4gb", 4_000_000_000)]
    [InlineData("16GB", 16_000_000_000)]
    [InlineData("512mb", 512_000_000)]
    [InlineData("1940000256", 1_940_000_256)]
    [InlineData("8GiB", 8L << 30)]
    public void Sizes_are_written_as_on_sticks_or_in_bytes(string text, long bytes) => MediumSize.Parse(text).Should().Be(bytes);

    [Theory]
    [InlineData("")]
    [InlineData("gb")]
    [InlineData("-1gb")]
    [InlineData("1.5gb")]
    [InlineData("4 gb")]
    [InlineData("513")]
    [InlineData("99999999999gb")]
    [InlineData("99999999999999999999")]
    [InlineData("auto")]
    public void Everything_else_is_none(string text) => MediumSize.Parse(text).Should().BeNull();
}
