using CsCheck;
using ManifestLinker.Grammar.Parsing;
using ManifestLinker.Grammar.Source;
using ManifestLinker.Grammar.Syntax;
using ManifestLinker.Grammar.Tests.Ebnf;
using ManifestLinker.Grammar.Tests.Syntax;

namespace ManifestLinker.Grammar.Tests.Parsing;

/// <summary>Any file is read, and nothing of it is lost.</summary>
public class TotalityTests
{
    [Fact]
    public void Any_bytes_come_out_as_they_went_in() => Gen.Byte.Array[0, 400].Sample(bytes =>
        EscapedUtf8.Encode(Reproduced(SourceText.FromBytes("test", bytes))).AsSpan().SequenceEqual(bytes), iter: 5_000);

    [Fact]
    public void Any_text_comes_out_as_it_went_in() => SentenceGenerator.Texts.Sample(text =>
        Reproduced(new SourceText("test", text)) == text, iter: 10_000);

    [Fact]
    public void There_is_a_node_for_every_line() => SentenceGenerator.Texts.Sample(text =>
    {
        ManifestSyntax manifest = ManifestParser.Parse(new SourceText("test", text));
        manifest.Lines.Select(line => line.Line).Should().Equal(manifest.Source.Lines);
    });

    [Fact]
    public void A_line_is_read_the_same_wherever_it_stands() => Gen.Select(SentenceGenerator.Texts, SentenceGenerator.Texts).Sample((first, second) =>
    {
        first += "\n";
        ManifestSyntax both = ManifestParser.Parse(new SourceText("test", first + second));
        both.Lines.Select(Outline.Of).Should().Equal(
            [.. Outlines(first), .. Outlines(second)]);
    });

    [Theory]
    [InlineData("")]
    [InlineData("# one\n#two\r\n  # three")]
    [InlineData("\n \n\t")]
    public void A_file_without_entries_is_well_formed(string text)
    {
        ManifestSyntax manifest = ManifestParser.Parse(new SourceText("test", text));
        manifest.IsWellFormed.Should().BeTrue();
        manifest.Entries.Should().BeEmpty();
        Reproduction.Of(manifest).Should().Be(text);
    }

    // At a million, anything worse than linear does not come back.
    [Theory]
    [InlineData("a")]
    [InlineData("a ")]
    [InlineData("=")]
    [InlineData("#")]
    [InlineData("\r")]
    [InlineData(", ")]
    [InlineData("${")]
    [InlineData("@a")]
    [InlineData("%{@")]
    [InlineData("$")]
    [InlineData("<<<<<<<")]
    [InlineData("# mlc: allow a,")]
    public void Time_is_linear_in_the_length_of_a_line(string morsel)
    {
        string text = string.Concat(Enumerable.Repeat(morsel, 1_000_000 / morsel.Length));
        foreach (string start in new[] { "", "f ", "s a=", "x ", "# mlc: allow ", "<<<<<<< " })
        {
            LineSyntax line = ManifestParser.Parse(new SourceText("test", start + text)).Lines.Single();
            line.Tokens.Sum(token => VariableReference.In(token).Count + Placeholder.In(token).Count + 1).Should().BePositive();
        }
    }

    private static string Reproduced(SourceText source) => Reproduction.Of(ManifestParser.Parse(source));

    private static IEnumerable<string> Outlines(string text) =>
        ManifestParser.Parse(new SourceText("test", text)).Lines.Select(Outline.Of);
}
