using CsCheck;
using ManifestLinker.Compiler.SystemTables;

namespace ManifestLinker.Compiler.Tests.SystemTables;

public sealed class KernelLexerTests
{
    [Theory]
    [InlineData("sd 83", "Name sd|Number 83")]
    [InlineData("mc-amd\t0x4D", "Name mc-amd|Number 0x4D")]
    [InlineData("- -1 ~2 -a", "Name -|Number -1|Number ~2|Name -a")]
    [InlineData("a \"b c\" 'd'", "Name a|Quoted b c|Unexpected '|Name d|Unexpected '")]
    [InlineData("a=b:c,d;e/f*|&", "Name a|Mark =|Name b|Mark :|Name c|Mark ,|Name d|Mark ;|Name e|Mark /|Name f|Mark *|Mark ||Mark &")]
    [InlineData("# \"a", "Comment #")]
    [InlineData("\"a\\\"b\\101\"", "Quoted a\"bA")]
    [InlineData("\"a\nb", "Quoted a!|NewLine |Name b")]
    [InlineData("\"a", "Quoted a!")]
    [InlineData("\\1a\\,b", "Name 1a,b")]
    [InlineData("8086,1572", "Number 8086|Mark ,|Number 1572")]
    [InlineData("0x", "Number 0x")]
    [InlineData("a\r\nb", "Name a|NewLine |NewLine |Name b")]
    [InlineData("a.b", "Name a|Unexpected .|Name b")]
    public void A_text_is_taken_apart_as_the_kernel_does(string text, string tokens) =>
        string.Join('|', Tokens(text).Select(token => $"{token.Kind} {token.Text}{(token.IsBroken ? "!" : "")}")).Should().Be(tokens);

    [Fact]
    public void A_token_knows_the_line_it_begins_on() =>
        Tokens("a\n\n\"b\\\nc\" d\ne").Select(token => (token.Text, token.Line))
            .Should().Equal(("a", 1), ("", 1), ("", 2), ("b\nc", 3), ("d", 4), ("", 4), ("e", 5));

    [Theory]
    [InlineData("abcdef", "Unexpected abc|Name ef")]
    [InlineData("123456", "Unexpected 123|Number 56")]
    [InlineData("\"abcdef\"", "Unexpected abc|Name ef|Quoted !")]
    public void What_is_longer_than_the_buffer_is_no_token(string text, string tokens) =>
        string.Join('|', Tokens(text, 4).Select(token => $"{token.Kind} {token.Text}{(token.IsBroken ? "!" : "")}")).Should().Be(tokens);

    [Fact]
    public void Any_text_comes_to_its_end()
    {
        Gen<string> piece = Gen.OneOf("\"", "\\", "\n", "\r", "\f", " ", "#", "=", "-", "~", "0x", "0", "9", "a", "_", "\0", "\udc80", "\\\n", "\\7");
        piece.Array[0, 50].Select(string.Concat).Sample(text =>
        {
            KernelToken[] tokens = Tokens(text, 8);
            tokens.Length.Should().BeLessThanOrEqualTo(text.Length);
            tokens.Select(token => token.Line).Should().BeInAscendingOrder();
            tokens.All(token => token.Line >= 1 && token.Line <= text.Count(letter => letter == '\n') + 1).Should().BeTrue();
        }, iter: 3000);
    }

    [Theory]
    [InlineData("0", 0)]
    [InlineData("10", 10)]
    [InlineData("010", 8)]
    [InlineData("0x1F", 31)]
    [InlineData("-1", ulong.MaxValue)]
    [InlineData("~0", ulong.MaxValue)]
    [InlineData("08", null)]
    [InlineData("0x", 0)]
    [InlineData("-", null)]
    [InlineData("", null)]
    [InlineData("1a", null)]
    public void A_number_is_what_the_kernel_takes_it_for(string text, object? number) =>
        KernelNumber.Parse(text).Should().Be(number is null ? null : Convert.ToUInt64(number));

    private static KernelToken[] Tokens(string text, int buffer = 256)
    {
        var lexer = new KernelLexer(text, buffer);
        var tokens = new List<KernelToken>();
        for (KernelToken token = lexer.Next(); token.Kind != KernelTokenKind.End; token = lexer.Next())
        {
            tokens.Add(token);
            if (token.Kind == KernelTokenKind.Comment) lexer.SkipLine();
        }
        lexer.Next().Kind.Should().Be(KernelTokenKind.End);
        return [.. tokens];
    }
}
