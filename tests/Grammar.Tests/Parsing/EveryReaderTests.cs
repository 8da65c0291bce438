using ManifestLinker.Grammar.Parsing;
using ManifestLinker.Grammar.Source;
using ManifestLinker.Grammar.Syntax;
using ManifestLinker.Grammar.Tests.Syntax;

namespace ManifestLinker.Grammar.Tests.Parsing;

/// <summary>
/// The cases in which the programs that read manifests today (builder, the common reader of the checkers, sorter) do not agree,
/// one after the other, and what this parser makes of each.
/// </summary>
public class EveryReaderTests
{
    [Theory]
    [InlineData("f a 0644 root bin", "kind f, path a, mode 0644, owner root, group bin")]
    [InlineData("d\ta \t 0755\troot  bin", "kind d, path a, mode 0755, owner root, group bin")]
    [InlineData("f a\v\f\u00A0b 0644 root bin", "kind f, path a\v\f\u00A0b, mode 0644, owner root, group bin")]
    public void Blanks_are_space_and_tab_only(string line, string outline) => Outline.Of(line).Should().Be(outline);

    [Theory]
    [InlineData("\n", "blank ")]
    [InlineData(" \t \n", "blank  \t ")]
    public void A_blank_line_says_nothing(string line, string outline) => Outline.Of(line).Should().Be(outline);

    [Theory]
    [InlineData(" f a 0644 root bin", 1)]
    [InlineData("\t  s a=b", 3)]
    [InlineData("  # c", 2)]
    [InlineData(" \t", 2)]
    [InlineData("f a 0644 root bin", 0)]
    public void Leading_blanks_are_accepted_and_remembered(string line, int blanks)
    {
        Outline.Parse(line).LeadingBlanks.Should().Be(blanks);
        Outline.Parse(line).IsWellFormed.Should().BeTrue();
    }

    [Theory]
    [InlineData("# c", "comment # c")]
    [InlineData("#", "comment #")]
    [InlineData("#f a 0644 root bin", "comment #f a 0644 root bin")]
    [InlineData("f a 0644 root bin # c", "kind f, path a, mode 0644, owner root, group bin, comment # c")]
    [InlineData("d a 0644 root bin #", "kind d, path a, mode 0644, owner root, group bin, comment #")]
    [InlineData("s a=b\t#c d", "kind s, path a, separator =, target b, comment #c d")]
    [InlineData("h a=b # c ", "kind h, path a, separator =, target b, comment # c ")]
    [InlineData("f a #0644 root bin", "bad: kind f, path a, comment #0644 root bin")]
    [InlineData("s #a=b", "bad: kind s, comment #a=b")]
    [InlineData("f # a", "bad: kind f, comment # a")]
    public void A_word_that_begins_with_a_hash_opens_a_comment(string line, string outline) =>
        Outline.Of(line).Should().Be(outline);

    [Theory]
    [InlineData("f a#b 0644 root bin#", "kind f, path a#b, mode 0644, owner root, group bin#")]
    [InlineData("s a#=#b#", "kind s, path a#, separator =, target #b#")]
    public void A_hash_within_a_word_is_a_character_like_any_other(string line, string outline) =>
        Outline.Of(line).Should().Be(outline);

    [Theory]
    [InlineData("f a 0644 root bin x y", "bad: kind f, path a, mode 0644, owner root, group bin, surplus x, surplus y")]
    [InlineData("d a b 0755 root bin", "bad: kind d, path a, mode b, owner 0755, group root, surplus bin")]
    [InlineData("s a=b 0444 root bin", "bad: kind s, path a, separator =, target b, surplus 0444, surplus root, surplus bin")]
    [InlineData("h a=b c # d", "bad: kind h, path a, separator =, target b, surplus c, comment # d")]
    public void Surplus_words_are_kept(string line, string outline) => Outline.Of(line).Should().Be(outline);

    [Theory]
    [InlineData("f a 0644 root", "bad: kind f, path a, mode 0644, owner root")]
    [InlineData("f a 0644", "bad: kind f, path a, mode 0644")]
    [InlineData("d a ", "bad: kind d, path a")]
    [InlineData("f", "bad: kind f")]
    [InlineData("s", "bad: kind s")]
    [InlineData("x", "bad: kind x")]
    public void Missing_words_are_holes(string line, string outline) => Outline.Of(line).Should().Be(outline);

    [Theory]
    [InlineData("l a=b", "bad: kind l, surplus a=b")]
    [InlineData("F a 0644 root bin", "bad: kind F, surplus a, surplus 0644, surplus root, surplus bin")]
    [InlineData("fusr/bin/x 0555 root bin", "bad: kind fusr/bin/x, surplus 0555, surplus root, surplus bin")]
    [InlineData("usr/bin/x 0555 # c", "bad: kind usr/bin/x, surplus 0555, comment # c")]
    public void Any_other_first_word_is_no_kind(string line, string outline) => Outline.Of(line).Should().Be(outline);

    [Theory]
    [InlineData(1_022)]
    [InlineData(1_023)]
    [InlineData(1_024)]
    [InlineData(200_000)]
    public void A_line_may_be_of_any_length(int length)
    {
        string path = new('x', length);
        Outline.Of($"f {path} 0644 root bin").Should().Be($"kind f, path {path}, mode 0644, owner root, group bin");
        Outline.Of($"s a={path} # {path}").Should().Be($"kind s, path a, separator =, target {path}, comment # {path}");
    }

    [Theory]
    [InlineData("f a 0644 root bin\r\n", "kind f, path a, mode 0644, owner root, group bin", true)]
    [InlineData("s a=b\r\n", "kind s, path a, separator =, target b", true)]
    [InlineData("# c\r\n", "comment # c", true)]
    [InlineData("\r\n", "blank ", true)]
    [InlineData("f a 0644 root bin\n", "kind f, path a, mode 0644, owner root, group bin", false)]
    [InlineData("f a 0644 root bin", "kind f, path a, mode 0644, owner root, group bin", false)]
    [InlineData("f a\rb 0644 root bin\r\r\n", "kind f, path a\rb, mode 0644, owner root, group bin\r", true)]
    [InlineData("s a=b\r", "kind s, path a, separator =, target b\r", false)]
    [InlineData("f a 0644 root \r\n", "bad: kind f, path a, mode 0644, owner root", true)]
    public void A_carriage_return_before_the_line_feed_belongs_to_the_end_of_the_line(string line, string outline, bool remembered)
    {
        Outline.Of(line).Should().Be(outline);
        Outline.Parse(line).HasCarriageReturn.Should().Be(remembered);
    }

    [Theory]
    [InlineData("0x55")]
    [InlineData("0589")]
    [InlineData("+644")]
    [InlineData("07555")]
    [InlineData("044")]
    [InlineData("755")]
    [InlineData("$MODE")]
    [InlineData("rw-r--r--")]
    public void A_mode_is_a_field_and_its_meaning_no_matter_of_the_grammar(string mode) =>
        Outline.Of($"f a {mode} root bin").Should().Be($"kind f, path a, mode {mode}, owner root, group bin");

    [Theory]
    [InlineData("s a==b", "bad: kind s, path a, separator =, target =b", 5)]
    [InlineData("s a=b=c", "bad: kind s, path a, separator =, target b=c", 6)]
    [InlineData("s a=b=", "bad: kind s, path a, separator =, target b=", 6)]
    [InlineData("h a=b=c=d", "bad: kind h, path a, separator =, target b=c=d", 6)]
    [InlineData("s ==", "bad: kind s, separator =, target =", 4)]
    public void A_link_is_parted_at_its_first_separator(string line, string outline, int second)
    {
        Outline.Of(line).Should().Be(outline);
        var link = (LinkSyntax)((EntryLine)Outline.Parse(line)).Entry;
        link.SecondSeparator!.Value.Column.Should().Be(second);
        link.SecondSeparator!.Value.Text.Should().Be("=");
    }

    [Theory]
    [InlineData("s a=", "bad: kind s, path a, separator =")]
    [InlineData("s a= # c", "bad: kind s, path a, separator =, comment # c")]
    [InlineData("s a= b", "bad: kind s, path a, separator =, surplus b")]
    [InlineData("s a", "bad: kind s, path a")]
    [InlineData("h a b", "bad: kind h, path a, surplus b")]
    [InlineData("s a =b", "bad: kind s, path a, surplus =b")]
    [InlineData("s =b", "bad: kind s, separator =, target b")]
    [InlineData("s =", "bad: kind s, separator =")]
    [InlineData("s = b", "bad: kind s, separator =, surplus b")]
    public void Each_part_of_a_link_may_be_missing(string line, string outline) => Outline.Of(line).Should().Be(outline);

    [Theory]
    [InlineData("f a=b 0644 root bin", "kind f, path a=b, mode 0644, owner root, group bin")]
    [InlineData("d a/ 0755 root bin", "kind d, path a/, mode 0755, owner root, group bin")]
    [InlineData("f /etc/../passwd 0644 root bin", "kind f, path /etc/../passwd, mode 0644, owner root, group bin")]
    [InlineData("h x=/etc/hostname", "kind h, path x, separator =, target /etc/hostname")]
    public void What_a_path_says_is_no_matter_of_the_grammar(string line, string outline) => Outline.Of(line).Should().Be(outline);

    [Theory]
    [InlineData("f a\0b 0644 root bin", "kind f, path a\0b, mode 0644, owner root, group bin")]
    [InlineData("\0", "bad: kind \0")]
    [InlineData("\uFEFF# c", "bad: kind \uFEFF#, surplus c")]
    [InlineData("\uFEFFf a 0644 root bin", "bad: kind \uFEFFf, surplus a, surplus 0644, surplus root, surplus bin")]
    public void A_strange_character_is_a_character_of_its_word(string line, string outline) => Outline.Of(line).Should().Be(outline);

    [Fact]
    public void A_byte_that_is_not_utf8_is_a_character_of_its_word()
    {
        byte[] bytes = [(byte)'s', (byte)' ', 0xE9, (byte)'=', 0xC3, 0xA9, (byte)'\n'];
        var manifest = ManifestParser.Parse(SourceText.FromBytes("test", bytes));
        Outline.Of(manifest.Lines.Single()).Should().Be("kind s, path \uDCE9, separator =, target \u00E9");
    }

    [Fact]
    public void One_bad_line_hides_no_other()
    {
        const string Text = "x\nf a\nf b 0644 root bin\ns c\n<<<<<<< HEAD\nd e 0755 root bin\n";
        ManifestParser.Parse(new SourceText("test", Text)).Lines.Select(Outline.Of).Should().Equal(
            "bad: kind x",
            "bad: kind f, path a",
            "kind f, path b, mode 0644, owner root, group bin",
            "bad: kind s, path c",
            "bad: marker <<<<<<<, label HEAD",
            "kind d, path e, mode 0755, owner root, group bin");
    }
}
