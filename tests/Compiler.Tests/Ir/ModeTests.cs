using ManifestLinker.Compiler.Ir;

namespace ManifestLinker.Compiler.Tests.Ir;

public sealed class ModeTests
{
    [Fact]
    public void Every_mode_is_read_as_it_is_printed()
    {
        for (int bits = 0; bits <= 0xfff; bits++)
        {
            string text = new Mode(bits).ToString();
            text.Should().MatchRegex("^[0-7]{4}$");
            foreach (string spelled in new[] { text, "0" + text, text.StartsWith('0') ? text[1..] : text })
            {
                Mode.TryParse(spelled, out Mode read).Should().BeTrue();
                read.Bits.Should().Be(bits);
            }
        }
    }

    [Fact]
    public void Three_to_five_digits_are_read_as_the_number_they_are()
    {
        for (int number = 0; number < 32768; number++)
        {
            string text = Convert.ToString(number, 8).PadLeft(3, '0');
            Mode.TryParse(text, out Mode mode).Should().Be(number <= 0xfff, text);
            if (number <= 0xfff) mode.Bits.Should().Be(number);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("7")]
    [InlineData("64")]
    [InlineData("000644")]
    [InlineData("0589")]
    [InlineData("0x55")]
    [InlineData("+644")]
    [InlineData("-644")]
    [InlineData("0 44")]
    [InlineData("\u0660\u0666\u0664\u0664")]
    public void Anything_else_is_no_mode(string text) => Mode.TryParse(text, out _).Should().BeFalse();

    [Fact]
    public void The_set_id_bits_are_4000_and_2000() => new Mode(Mode.SetIds).ToString().Should().Be("6000");
}
