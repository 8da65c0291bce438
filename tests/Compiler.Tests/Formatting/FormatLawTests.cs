using CsCheck;
using ManifestLinker.Compiler.Bind;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Formatting;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Merge;
using ManifestLinker.Compiler.Rules;
using ManifestLinker.Compiler.Tests.Fixes;
using ManifestLinker.Grammar.Parsing;
using ManifestLinker.Grammar.Source;
using ManifestLinker.Grammar.Syntax;

namespace ManifestLinker.Compiler.Tests.Formatting;

/// <summary>What holds of the canonical form, whatever the manifest.</summary>
public sealed class FormatLawTests
{
    private static readonly Rule[] Mended =
        [NonNormalPath.Rule, HashInsideLine.Rule, NoNewlineAtEof.Rule, Crlf.Rule, TrailingWhitespace.Rule, Unsorted.Rule, LeadingBlank.Rule];

    private static readonly Gen<SourceText> Source = ManifestSoup.Text.Select(text => Mending.Sources(text)[0]);

    [Fact]
    public void What_is_canonical_stays_as_it_is() => Source.Sample(source =>
    {
        SourceText once = Format(source);
        Format(once).Text.Should().Be(once.Text);
        Format(once).Should().BeSameAs(once);
    }, iter: ManifestSoup.Iterations(3000));

    [Fact]
    public void It_says_the_same() => Source.Sample(source =>
    {
        SourceText formatted = Format(source);
        Entries(formatted).Order(StringComparer.Ordinal).Should().Equal(Entries(source).Order(StringComparer.Ordinal));
        Mending.Comments([formatted]).Should().Equal(Mending.Comments([source]));
        // A variable may give two lines one path that have none in common.
        if (source.Text.Contains('$')) return;
        foreach (Winner winner in new[] { Winner.First, Winner.Last })
            UnionOf(formatted, winner).Should().Equal(UnionOf(source, winner));
    }, iter: ManifestSoup.Iterations(3000));

    [Fact]
    public void Nothing_else_is_found_in_it() => Source.Sample(source =>
        Found(Format(source)).Should().Equal(Found(source), source.Text.Replace("\r", "<CR>")), iter: ManifestSoup.Iterations(2000));

    [Theory]
    // Two spellings of one path, of which one must stay, in the order they have.
    [InlineData("s z\r/=../../a\ns z\r=b\n")]
    [InlineData("f ./#c 0644 root bin\nf .//#c 0600 root bin\n")]
    // A carriage return that only a slash keeps apart from the end of the line.
    [InlineData("d usr 0755 root sys\nh usr/a=usr/z\r/\n")]
    [InlineData("f a 0644 root bin\r\r\nf a 0644 root bin\r")]
    public void What_stays_as_it_is_for_a_reason(string text) => Format(Mending.Sources(text)[0]).Text.Should().Be(text);

    [Fact]
    public void A_hash_sign_begins_no_comment_behind_the_sign_of_a_link() =>
        Format(Mending.Sources("h b=#c//a\nh c=./#c\n")[0]).Text.Should().Be("h b=#c/a\nh c=#c\n");

    [Fact]
    public void Broken_lines_stay_where_and_as_they_are() => Source.Sample(source =>
        Broken(Format(source)).Should().Equal(Broken(source)), iter: ManifestSoup.Iterations(1000));

    [Fact]
    public void Nothing_that_the_rules_about_form_find_is_left() => Source.Sample(source =>
    {
        SourceText formatted = Format(source);
        // What must keep its spelling holds a carriage return, a variable or a leading '#'.
        if (source.Text.IndexOfAny(['\r', '$']) >= 0 || source.Text.Contains("/#") || !ManifestParser.Parse(source).IsWellFormed) return;
        Mending.Check([formatted]).Verdict.Findings
            .Where(finding => finding.Severity != Severity.Error && finding.Rule != HashInsideLine.Rule && Mended.Contains(finding.Rule))
            .Select(finding => finding.Message).Should().BeEmpty(source.Text);
    }, iter: ManifestSoup.Iterations(3000));

    private static SourceText Format(SourceText source) => ManifestFormatter.Format(ManifestParser.Parse(source));

    private static IEnumerable<string> Entries(SourceText source) =>
        Binder.Bind(source, "c", Mending.Variables, []).Entries.Select(entry => entry.ToString());

    private static IEnumerable<string> UnionOf(SourceText source, Winner winner)
    {
        IReadOnlyList<Entry> entries = Binder.Bind(source, "c", Mending.Variables, []).Entries;
        return Merger.Merge(entries, winner, []).Entries.Select(entry => entry.ToString());
    }

    // Where it stands and what it quotes may change; which of several lines of one path is the first, too.
    private static IEnumerable<string> Found(SourceText source) => Mending.Check([source]).Verdict.Findings
        .Where(finding => !Mended.Contains(finding.Rule))
        .Select(finding => $"{finding.Rule.Id} {finding.Severity} {finding.Subject?.Path}")
        .Order(StringComparer.Ordinal);

    private static IEnumerable<string> Broken(SourceText source) =>
        ManifestParser.Parse(source).Lines.Where(line => !line.IsWellFormed).Select(line => line.Line.Text);
}
