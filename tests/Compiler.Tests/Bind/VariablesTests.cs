using CsCheck;
using ManifestLinker.Compiler.Bind;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Tests.Cases;
using ManifestLinker.Grammar.Source;

namespace ManifestLinker.Compiler.Tests.Bind;

public sealed class VariablesTests
{
    private static readonly Gen<string> Word = Gen.Char["ab$X_1@%{}()="].Array[1, 12].Select(chars => new string(chars));

    [Theory]
    [InlineData("a$X", "a1")]
    [InlineData("$X$X", "11")]
    [InlineData("$X.$Y", "1.two")]
    [InlineData("$X/Y", "1/Y")]
    [InlineData("x$Z", "x")]
    [InlineData("$X$", "1$")]
    [InlineData("$X1", "$X1")] // the longest name counts
    [InlineData("${X}", "${X}")]
    [InlineData("$x", "$x")]
    public void Values_stand_in_place_of_names(string word, string expected) => Expand(word, Values).Text.Should().Be(expected);

    [Fact]
    public void A_value_is_not_expanded_again() =>
        Expand("$A", new() { ["A"] = "$B", ["B"] = "no" }).Text.Should().Be("$B");

    [Fact]
    public void What_has_no_value_is_found_where_it_stands_with_the_name_that_was_meant()
    {
        Finding finding = Expand("lib.$LIBSTDCXXVR", new() { ["LIBSTDCXXVER"] = "6" }).Findings[0];
        finding.Location!.Column.Should().Be(5);
        finding.Location.EndColumn.Should().Be(17);
        finding.Help.Should().Contain("$LIBSTDCXXVER");
    }

    [Fact]
    public void A_word_without_signs_stays_as_it_is() =>
        Word.Where(word => word.IndexOfAny(['$', '@', '%']) < 0).Sample(word =>
        {
            (string text, IReadOnlyList<Finding> findings) = Expand(word, Values);
            return text == word && findings.Count == 0;
        });

    // Replaces by a regular expression what the product replaces by hand.
    [Fact]
    public void Expansion_is_that_of_a_regular_expression() => Word.Sample(word =>
    {
        string expected = System.Text.RegularExpressions.Regex.Replace(
            word, @"\$([A-Za-z_][A-Za-z0-9_]*)", match => Values.GetValueOrDefault(match.Groups[1].Value, match.Value));
        Expand(word, Values).Text.Should().Be(expected);
    });

    [Fact]
    public void A_sign_that_stays_is_found_and_one_that_goes_is_not() => Word.Sample(word =>
    {
        (string text, IReadOnlyList<Finding> findings) = Expand(word, Values);
        if (text.Contains('$')) findings.Should().NotBeEmpty();
        if (!word.Contains("%{") && word.Count(c => c == '@') < 2 && !text.Contains('$')) findings.Should().BeEmpty();
    });

    [Fact]
    public void A_line_uses_values_in_every_field_but_its_kind() => Checked.Compile(
        new Variables(new Dictionary<string, string> { ["F"] = "f", ["P"] = "a", ["M"] = "0555", ["O"] = "root", ["G"] = "bin" }),
        "f $P $M $O $G\ns l=$P\nh h=$P\n$F x 0444 root bin\n").Union.Entries.Select(entry => entry.ToString())
        .Should().Equal("f a $M root bin", "h h=a", "s l=a");

    private static Dictionary<string, string> Values => new() { ["X"] = "1", ["Y"] = "two", ["Z"] = "", ["_1"] = "u" };

    private static (string Text, IReadOnlyList<Finding> Findings) Expand(string word, Dictionary<string, string> values)
    {
        var findings = new List<Finding>();
        string text = new Variables(values).Expand(new SourceText("v", word).Lines.First().Token, findings);
        return (text, findings);
    }
}
