using ManifestLinker.Grammar.Source;
using ManifestLinker.Grammar.Syntax;

namespace ManifestLinker.Grammar.Tests.Syntax;

public class VariableReferenceTests
{
    [Theory]
    [InlineData("usr/lib/libstdc++.so.$LIBSTDCXXVER", "21 LIBSTDCXXVER")]
    [InlineData("$a$b", "0 a|2 b")]
    [InlineData("$A.so.$_9x-$B/", "0 A|6 _9x|11 B")]
    [InlineData("$Aé", "0 A")]
    [InlineData("$$A", "1 A")]
    [InlineData("plain", "")]
    [InlineData("$", "")]
    [InlineData("$9$-${A}$", "")]
    public void A_name_is_as_textas_can_be(string word, string references) =>
        string.Join('|', VariableReference.In(Word(word)).Select(found => $"{found.Token.Start} {found.Name}"))
            .Should().Be(references);

    [Fact]
    public void A_reference_knows_where_it_stands()
    {
        Token word = new SourceText("test", "# c\nf x$Y 0644").LineAt(2).Token.Slice(2, 3);
        VariableReference found = VariableReference.In(word).Single();
        found.Token.Span.Should().Be(new TextSpan(Start: 7, Length: 2, Line: 2, Column: 4));
        found.Name.Text.Should().Be("Y");
    }

    [Theory]
    [InlineData("a$", "$")]
    [InlineData("$9/$-", "$|$")]
    [InlineData("$$A", "$")]
    [InlineData("a${B}c$(D)e", "${B}|$(D)")]
    [InlineData("${B", "${B")]
    [InlineData("usr/@PKG@/x", "@PKG@")]
    [InlineData("@a@b@", "@a@")]
    [InlineData("%{_libdir}/x%{y", "%{_libdir}|%{y")]
    [InlineData("$A", "")]
    [InlineData("system@.service@9@", "")]
    [InlineData("100%", "")]
    [InlineData("@@", "")]
    public void A_placeholder_is_what_nobody_filled(string word, string placeholders) =>
        string.Join('|', Placeholder.In(Word(word)).Select(found => found.Token)).Should().Be(placeholders);

    [Theory]
    [InlineData("A", true)]
    [InlineData("_1", true)]
    [InlineData("", false)]
    [InlineData("1A", false)]
    [InlineData("A-B", false)]
    [InlineData("É", false)]
    public void A_name_is_made_of_letters_digits_and_underscores(string text, bool isName) =>
        VariableName.Is(text).Should().Be(isName);

    private static Token Word(string text) => new(new SourceText("test", text), 0, text.Length);
}
