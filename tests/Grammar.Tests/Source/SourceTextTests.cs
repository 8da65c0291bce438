using CsCheck;
using ManifestLinker.Grammar.Source;
using ManifestLinker.Grammar.Tests.Ebnf;

namespace ManifestLinker.Grammar.Tests.Source;

public class SourceTextTests
{
    [Theory]
    [InlineData("", new string[0])]
    [InlineData("\n", new[] { "" })]
    [InlineData("a", new[] { "a" })]
    [InlineData("a\n", new[] { "a" })]
    [InlineData("a\n\nb", new[] { "a", "", "b" })]
    [InlineData("a\r\nb\rc\r\r\n\r", new[] { "a", "b\rc\r", "\r" })]
    [InlineData("a\vb\fc\u2028d\u0085e\n", new[] { "a\vb\fc\u2028d\u0085e" })]
    public void Only_a_line_feed_ends_a_line(string text, string[] lines)
    {
        var source = new SourceText("test", text);
        source.Lines.Select(line => line.Text).Should().Equal(lines);
        source.LineCount.Should().Be(lines.Length);
        Enumerable.Range(1, lines.Length).Select(source.Line).Should().Equal(lines);
    }

    [Theory]
    [InlineData("", true, false)]
    [InlineData("a", false, false)]
    [InlineData("a\n", true, false)]
    [InlineData("a\r\n", true, true)]
    [InlineData("a\r\nb", false, true)]
    [InlineData("a\rb\n\r", false, false)]
    public void How_lines_end_is_known(string text, bool complete, bool carriageReturns)
    {
        new SourceText("test", text).EndsWithNewline.Should().Be(complete);
        new SourceText("test", text).HasCarriageReturns.Should().Be(carriageReturns);
    }

    [Fact]
    public void A_byte_order_mark_is_kept()
    {
        var source = SourceText.FromBytes("test", [0xEF, 0xBB, 0xBF, (byte)'f', (byte)'\n']);
        source.HasByteOrderMark.Should().BeTrue();
        source.Line(1).Should().Be("\uFEFFf");
        new SourceText("test", "f\uFEFF").HasByteOrderMark.Should().BeFalse();
    }

    [Fact]
    public void Lines_and_terminators_make_the_text() => SentenceGenerator.Texts.Sample(text =>
        string.Concat(new SourceText("test", text).Lines.Select(line => line.Text + line.Terminator.ToString())) == text);

    [Fact]
    public void Every_character_belongs_to_the_line_around_it() => SentenceGenerator.Texts.Sample(text =>
    {
        var source = new SourceText("test", text);
        for (int at = 0; at < text.Length; at++)
        {
            SourceLine line = source.LineOf(at);
            line.Number.Should().Be(text.AsSpan(0, at).Count('\n') + 1);
            at.Should().BeInRange(line.Start, line.Next - 1);
        }
        if (text.Length > 0) source.LineOf(text.Length).Number.Should().Be(source.LineCount);
    });

    [Fact]
    public void Columns_count_code_units_from_one()
    {
        var source = new SourceText("test", "one\nd \U0001F4BE/x 0755\n");
        var word = new Token(source, "one\nd ".Length, 4);
        word.Text.Should().Be("\U0001F4BE/x");
        word.Span.Should().Be(new TextSpan(Start: 6, Length: 4, Line: 2, Column: 3));
        word.Span.EndColumn.Should().Be(7);
        (word.Line, word.Column).Should().Be((2, 3));
        word.Slice(2, 1).Text.Should().Be("/");
        word.Is("\U0001F4BE/x").Should().BeTrue();
        word.Is("x").Should().BeFalse();
    }

    [Fact]
    public void A_token_gives_no_part_of_what_it_does_not_hold()
    {
        var token = new Token(new SourceText("test", "abcdef"), 1, 3);
        token.Invoking(it => it.Slice(2, 2)).Should().Throw<ArgumentOutOfRangeException>();
        token.Invoking(it => it.Slice(-1, 1)).Should().Throw<ArgumentOutOfRangeException>();
        token.Slice(3, 0).Text.Should().BeEmpty();
    }
}
