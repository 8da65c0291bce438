using ManifestLinker.Compiler.Bind;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Merge;
using ManifestLinker.Compiler.Tests.Cases;
using ManifestLinker.Grammar.Source;

namespace ManifestLinker.Compiler.Tests.Merge;

/// <summary>What several declarations of one path mean.</summary>
public sealed class MergeDecisionTests
{
    [Fact]
    public void Of_two_types_only_that_is_said() => Rules("f a 0444 root bin\nd a 0755 root sys\n").Should().Equal("MLC2003");

    [Fact]
    public void Every_later_declaration_is_compared_with_the_first()
    {
        IReadOnlyList<Finding> findings = Checked.Findings("f a 0444 root bin\nf a 0555 root bin\nf a 0555 root bin\nf a 0444 root bin\n");
        findings.Select(FindingText.Short).Should().Equal("MLC2002 2:5-9", "MLC2002 3:5-9", "MLC2001 4:3-4");
        findings.Should().OnlyContain(finding => finding.Related.Single().Location!.Line == 1);
    }

    [Fact]
    public void Modes_compare_by_value() =>
        Rules("f a 0755 root bin\nf a 755 root bin\nf a 00755 root bin\n").Should().Equal("MLC2001", "MLC1004", "MLC2001", "MLC1004");

    [Fact]
    public void Paths_compare_by_meaning() => Rules("d a/b/ 0755 root bin\nd a 0755 root bin\nd ./a//b 0755 root bin\n")
        .Should().Equal("MLC1008", "MLC1008", "MLC2005");

    [Theory]
    [InlineData("f a 0444 root bin", "f a 0555 root bin", "mode 0555 here and 0444 there")]
    [InlineData("f a 0444 root bin", "f a 0444 sys bin", "owner sys here and root there")]
    [InlineData("f a 0444 root bin", "f a 0444 root sys", "group sys here and bin there")]
    [InlineData("d a 0755 root bin", "d a 0555 bin sys", "mode 0555 here and 0755 there, owner bin here and root there, group sys here and bin there")]
    [InlineData("s a=b", "s a=c", "target c here and b there")]
    [InlineData("h a=b", "h a=c", "target c here and b there")]
    public void A_conflict_says_what_the_two_are_off_by(string first, string again, string offBy) =>
        Checked.Findings($"{first}\n{again}\n").Single(finding => finding.Rule.Id is "MLC2002" or "MLC2004").Message.Should().EndWith($": {offBy}");

    [Fact]
    public void Hard_link_targets_compare_by_meaning_and_symbolic_ones_by_letter()
    {
        Rules("f b 0444 root bin\nh a=b\nh a=./b\n").Should().Equal("MLC2001", "MLC1008");
        Rules("f b 0444 root bin\ns a=b\ns a=./b\n").Should().Equal("MLC2002");
    }

    [Theory]
    [InlineData(Winner.First, "f a 0444 root bin", "s l=a")]
    [InlineData(Winner.Last, "d a 0755 root bin", "s l=b")]
    public void The_winner_stays(Winner winner, params string[] expected)
    {
        var source = new SourceText("m", "f a 0444 root bin\ns l=a\nf a 0555 root bin\nd a 0755 root bin\ns l=b\n");
        var findings = new List<Finding>();
        Union union = Merger.Merge(Binder.Bind(source, "c", Variables.None, findings).Entries, winner, findings);
        union.Entries.Select(entry => entry.ToString()).Should().Equal(expected);
        findings.Select(finding => finding.Rule.Id).Should().Equal("MLC2002", "MLC2003", "MLC2002");
    }

    [Fact]
    public void The_union_is_in_ordinal_order_and_found_by_path()
    {
        Union union = Checked.Compile("d b 0755 root bin\nf b/x 0444 root bin\nf b-x 0444 root bin\nf B 0444 root bin\ns a=b\n").Union;
        union.Entries.Select(entry => entry.Path.Text).Should().Equal("B", "a", "b", "b-x", "b/x");
        union.Find(ImagePath.Parse("b/x"))!.TypeName.Should().Be("file");
        union.Find(ImagePath.Parse("b/y")).Should().BeNull();
        union.Siblings(ImagePath.Parse("b/y")).Select(entry => entry.Path.Text).Should().Equal("b/x");
    }

    private static string[] Rules(string text) => [.. Checked.Findings(text).Select(finding => finding.Rule.Id)];
}
