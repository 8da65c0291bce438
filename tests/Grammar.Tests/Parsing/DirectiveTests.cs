using ManifestLinker.Grammar.Source;
using ManifestLinker.Grammar.Syntax;
using ManifestLinker.Grammar.Tests.Syntax;

namespace ManifestLinker.Grammar.Tests.Parsing;

public class DirectiveTests
{
    [Theory]
    [InlineData("# mlc: allow MLC2006", "allow [MLC2006]")]
    [InlineData("#mlc:allow MLC2006", "allow [MLC2006]")]
    [InlineData("# mlc: allow MLC2006 -- made at boot", "allow [MLC2006] because made at boot")]
    [InlineData("# mlc: allow MLC2006, crlf ,MLC5 --made at boot until=2027-01-01 ", "allow [MLC2006|crlf|MLC5] because made at boot (until=2027-01-01)")]
    [InlineData("# mlc: allow MLC2006 -- why until=2027-01-01\tbug=OS-1122 ", "allow [MLC2006] because why (until=2027-01-01 bug=OS-1122)")]
    [InlineData("# mlc: allow MLC2006 -- until=2027-01-01", "allow [MLC2006] (until=2027-01-01)")]
    [InlineData("# mlc: allow MLC2006 -- until=x bug=", "allow [MLC2006] (until=x bug=)")]
    [InlineData("# mlc: allow MLC2006 -- until=2027-01-01 or later", "allow [MLC2006] because until=2027-01-01 or later")]
    [InlineData("# mlc: allow MLC2006 -- until = never", "allow [MLC2006] because until = never")]
    [InlineData("# mlc: allow MLC2006 --", "allow [MLC2006]")]
    [InlineData("f a 0644 root bin # mlc: allow bad-mode-syntax -- old", "allow [bad-mode-syntax] because old")]
    [InlineData("s a # mlc: allow MLC1005", "allow [MLC1005]")]
    [InlineData("\t#\tmlc:\tallow\tMLC1005\t--\tb -- c\t\r\n", "allow [MLC1005] because b -- c")]
    public void A_directive_names_rules_and_may_give_a_reason(string line, string directive) => Said(line).Should().Be(directive);

    [Theory]
    [InlineData("# mlc:", "bad:  []")]
    [InlineData("# mlc: allow", "bad: allow []")]
    [InlineData("# mlc: allow -- because", "bad: allow [] because because")]
    [InlineData("# mlc: disable MLC2006 -- why", "bad: disable [MLC2006] because why")]
    [InlineData("# mlc: allow MLC2006 made at boot", "bad: allow [MLC2006] and then 'made at boot'")]
    [InlineData("# mlc: allow MLC2006, -- why", "bad: allow [MLC2006] and then ', -- why'")]
    [InlineData("# mlc: allow MLC2006,,MLC2007", "bad: allow [MLC2006] and then ',,MLC2007'")]
    [InlineData("# mlc: allow, MLC2006", "bad: allow, [MLC2006]")]
    [InlineData("# mlc: allow - x", "bad: allow [] and then '- x'")]
    public void One_that_is_not_understood_is_kept(string line, string directive) => Said(line).Should().Be(directive);

    [Theory]
    [InlineData("# a comment")]
    [InlineData("# MLC: allow MLC2006")]
    [InlineData("# see mlc: allow MLC2006")]
    [InlineData("## mlc: allow MLC2006")]
    [InlineData("# mlc allow MLC2006")]
    [InlineData("#")]
    public void Other_comments_speak_to_people(string line) => Outline.Parse(line).Comment!.Directive.Should().BeNull();

    [Fact]
    public void Its_parts_know_where_they_stand()
    {
        DirectiveSyntax directive = Outline.Parse("s a=b # mlc: allow X, Y -- z").Comment!.Directive!;
        Token[] parts = [directive.Keyword, directive.Verb!.Value, .. directive.Rules, directive.Reason!.Value];
        parts.Select(token => (token.Column, token.Text)).Should().Equal((9, "mlc:"), (14, "allow"), (20, "X"), (23, "Y"), (28, "z"));
    }

    private static string Said(string line)
    {
        DirectiveSyntax directive = Outline.Parse(line).Comment!.Directive!;
        return (directive.IsWellFormed ? "" : "bad: ")
            + $"{directive.Verb?.Text} [{string.Join('|', directive.Rules)}]"
            + (directive.Reason is { } reason ? $" because {reason}" : "")
            + (directive.Particulars.Count > 0 ? $" ({string.Join(' ', directive.Particulars)})" : "")
            + (directive.Unexpected is { } rest ? $" and then '{rest}'" : "");
    }
}
