using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Tests.Cases;

namespace ManifestLinker.Compiler.Tests.Merge;

/// <summary>How the entries fit together as a tree: parents, and hard links.</summary>
public sealed class TreeDecisionTests
{
    [Fact]
    public void A_missing_directory_is_said_once_at_the_first_entry_below_it()
    {
        IReadOnlyList<Finding> findings = Checked.Findings("f z/b 0444 root bin\nf z/a 0444 root bin\n", "f z/y/c 0444 root bin\n");
        findings.Select(finding => $"{finding.Location!.File} {FindingText.Short(finding)} {finding.Subject!.Path}")
            .Should().Equal("a MLC2006 2:3-6 z", "b MLC2006 1:3-8 z/y");
    }

    [Fact]
    public void A_directory_need_not_be_declared_before_its_entries() =>
        Checked.Short("f z/b 0444 root bin\n", "d z/ 0755 root bin # mlc: allow MLC1008 -- so it is\n").Should().Equal("MLC1008 1:3-5");

    [Fact]
    public void A_declared_directory_hides_no_missing_one_above_it() =>
        Checked.Short("d a/b 0755 root bin\nf a/b/c 0444 root bin\n").Should().Equal("MLC2006 1:3-6");

    // The directory is there all the same, because something lies in it.
    [Fact]
    public void A_directory_by_implication_counts_where_links_are_resolved() =>
        Checked.Short("f z/b 0444 root bin\ns l=z\ns m=z/../z/b\n").Should().Equal("MLC2006 1:3-6", "MLC7008 3:5-13");

    [Theory]
    [InlineData("f x 0444 root bin\nf x/y 0444 root bin", Severity.Error)]
    [InlineData("d d 0755 root bin\ns x=d\nf x/y 0444 root bin", Severity.Warning)]
    [InlineData("d d 0755 root bin\ns e=d\ns x=e\nf x/y 0444 root bin", Severity.Warning)]
    [InlineData("f d/i 0444 root bin\ns x=d\nf x/y 0444 root bin", Severity.Warning)] // by implication
    [InlineData("f d 0444 root bin\ns x=d\nf x/y 0444 root bin", Severity.Error)]
    [InlineData("s x=gone\nf x/y 0444 root bin", Severity.Error)]
    [InlineData("s x=x\nf x/y 0444 root bin", Severity.Error)]
    [InlineData("s x=dev/null\nf x/y 0444 root bin", Severity.Error)] // the running system's
    [InlineData("f d 0444 root bin\nh x=d\nf x/y 0444 root bin", Severity.Error)]
    public void Below_a_link_to_a_directory_is_a_warning_and_below_anything_else_an_error(string lines, Severity severity)
    {
        Finding finding = Checked.Findings(lines + "\n").Single(found => found.Rule.Id == "MLC2007");
        finding.Severity.Should().Be(severity);
        finding.Related.Should().ContainSingle();
    }

    [Fact]
    public void The_nearest_declared_ancestor_counts()
    {
        Rules("s x=d\nd d 0755 root bin\nd x/y 0755 root bin\nf x/y/z 0444 root bin\n").Should().Equal("MLC2007");
        Rules("s x=d\nd d 0755 root bin\nf x/y/z 0444 root bin\n").Should().Equal("MLC2006", "MLC2007");
    }

    [Fact]
    public void The_help_names_the_real_path() =>
        Checked.Findings("d usr 0755 root bin\nd usr/bin 0755 root bin\ns bin=usr/bin\nf bin/ls 0555 root bin\n")
            .Single().Help.Should().EndWith(" usr/bin/ls");

    [Theory]
    [InlineData("f t 0444 root bin\nh a=t", "")]
    [InlineData("h a=b\nh b=c\nh c=t\nf t 0444 root bin", "")] // in any order
    [InlineData("h a=t", "MLC2014 1:5-6")]
    [InlineData("h a=a", "MLC2014 1:5-6")]
    [InlineData("h a=b\nh b=a", "MLC2014 1:5-6, MLC2014 2:5-6")]
    [InlineData("h x=a\nh a=b\nh b=a", "MLC2014 1:5-6, MLC2014 2:5-6, MLC2014 3:5-6")]
    [InlineData("d t 0755 root bin\nh a=t", "MLC2014 2:5-6")]
    [InlineData("d t 0755 root bin\nh a=b\nh b=t", "MLC2014 2:5-6, MLC2014 3:5-6")]
    [InlineData("f t/x 0444 root bin\nd t 0755 root bin\nh a=t", "MLC2014 3:5-6")]
    [InlineData("h a=/t\nf t 0444 root bin", "MLC1007 1:5-7")]
    [InlineData("s l=t\nf t 0444 root bin\nh a=l", "MLC2016 3:5-6")]
    [InlineData("s l=t\nf t 0444 root bin\nh a=b\nh b=l", "MLC2016 3:5-6, MLC2016 4:5-6")]
    [InlineData("d usr 0755 root bin\nf usr/t 0444 root bin\nh a=usr/t", "MLC2015 3:5-10")]
    [InlineData("d usr 0755 root bin\nf t 0444 root bin\nh usr/a=t", "MLC2015 3:9-10")]
    [InlineData("d usr 0755 root bin\nh a=usr/t", "MLC2014 2:5-10")] // crossing matters only where there is a target
    [InlineData("d usr 0755 root bin\nd usr/d 0755 root bin\nf usr/t 0444 root bin\nh usr/d/a=usr/t", "")]
    [InlineData("f usrlocal 0444 root bin\nh a=usrlocal", "")]
    public void Hard_links_are_followed_to_their_end(string lines, string expected) =>
        string.Join(", ", Checked.Short(lines + "\n")).Should().Be(expected);

    // However long the chain, and even where it leads round in a circle, the end is found.
    [Fact]
    public void A_long_chain_of_hard_links_is_followed()
    {
        string chain = string.Concat(Enumerable.Range(0, 500).Select(i => $"h l{i}=l{i + 1}\n"));
        Checked.Short(chain + "f l500 0444 root bin\n").Should().BeEmpty();
        Checked.Short(chain + "h l500=l0\n").Should().HaveCount(501);
    }

    [Fact]
    public void A_symbolic_link_may_lead_through_a_hard_link() =>
        Checked.Short("d d 0755 root bin\nf d/t 0444 root bin\ns l=t2\nh t2=d/t\n").Should().BeEmpty();

    private static string[] Rules(string text) => [.. Checked.Findings(text).Select(finding => finding.Rule.Id)];
}
