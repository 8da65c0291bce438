using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Tests.Cases;

namespace ManifestLinker.Compiler.Tests.Resolve;

/// <summary>Where symbolic links lead, and what is said of it.</summary>
public sealed class LinkDecisionTests
{
    private const string Tree = "d usr 0755 root sys\nd usr/bin 0755 root bin\nf usr/bin/vim 0555 root bin\nd var 0755 root sys\nd var/run 0755 root sys\n"
        + "d dev 0755 root sys\nd proc 0555 root root\nd opt 0755 root sys\nd zones 0755 root sys\n";

    [Theory]
    [InlineData("s l=usr/bin/vim", "")]
    [InlineData("s l=./usr//bin/../bin/vim", "MLC7008")]
    [InlineData("s usr/l=bin/vim", "")]
    [InlineData("s usr/bin/vi=vim", "")]
    [InlineData("s usr/bin/vi=../../usr/bin/vim", "")]
    [InlineData("s l=usr/", "")]
    [InlineData("s l=usr/.", "MLC7008")]
    [InlineData("s l=.", "")]
    [InlineData("s l=usr/..", "MLC7008")]
    [InlineData("s l=usr/bin/vim/", "MLC7010")] // a slash asks for a directory
    [InlineData("s l=usr/bin/vim/.", "MLC7010")]
    [InlineData("s l=usr/bin/vim/./", "MLC7010")]
    [InlineData("s l=usr/bin/vim/x", "MLC7001")]
    [InlineData("s l=usr/bin/vim/..", "MLC7001")]
    [InlineData("s l=usr/bin/vi", "MLC7001")]
    [InlineData("s l=gone/../usr", "MLC7001")] // physically: gone is asked for
    [InlineData("s l=l", "MLC7002")]
    [InlineData("s l=usr/../l/x", "MLC7002")]
    [InlineData("s l=/usr/bin/vim", "MLC7003")]
    [InlineData("s l=/", "MLC7003")]
    [InlineData("s l=/gone", "MLC7001 MLC7003")]
    [InlineData("s l=/l", "MLC7002 MLC7003")]
    [InlineData("s l=../usr", "MLC7004")]
    [InlineData("s usr/l=../../usr", "MLC7004")]
    [InlineData("s usr/l=../../gone", "MLC7001 MLC7004")]
    [InlineData("s usr/l=../usr/../../usr", "MLC7004")]
    [InlineData("s usr/l=/../usr", "MLC7003 MLC7004")]
    [InlineData("s l=dev/null", "")]
    [InlineData("s l=dev/fd/2/anything", "")]
    [InlineData("s l=dev", "")]
    [InlineData("s l=system/object", "MLC7001")] // what is below a mount point is provided, the mount point itself must be delivered
    [InlineData("s l=proc/self", "")]
    [InlineData("s var/l=run/door", "")]
    [InlineData("s l=opt/local/bin/perl", "MLC7006")]
    [InlineData("s l=/opt/local/bin/perl", "MLC7003 MLC7006")]
    [InlineData("s l=zones/x", "MLC7006")]
    [InlineData("s l=usr.lgz", "")]
    [InlineData("s l=usr/share/smartos/manifest", "")]
    [InlineData("s l=usr/share/smartos", "")]
    [InlineData("s l=usr.lgz/x", "MLC7001")]
    public void A_link_is_followed_as_the_kernel_would(string line, string rules) =>
        string.Join(' ', Checked.Findings(Tree + line + "\n").Select(finding => finding.Rule.Id)).Should().Be(rules);

    [Fact]
    public void Only_the_links_own_text_counts_as_climbing() =>
        Rules(Tree + "s up=../..\ns l=up/usr\n").Should().Equal("MLC7004");

    [Fact]
    public void A_link_through_a_link_is_resolved_where_that_one_stands() =>
        Rules(Tree + "s usr/b=bin\ns l=usr/b/../bin/vim\ns var/b=../usr/bin\ns m=var/b/../var\n").Should().Equal("MLC7009", "MLC7001");

    [Fact]
    public void Twenty_links_are_followed_and_no_more()
    {
        static string Chain(int links) =>
            string.Concat(Enumerable.Range(1, links - 1).Select(i => $"s l{i}=l{i + 1}\n")) + $"s l{links}=end\nf end 0444 root bin\n";
        Rules(Chain(20)).Should().NotContain("MLC7002");
        Rules(Chain(21)).Where(rule => rule == "MLC7002").Should().ContainSingle();
        Rules(Chain(23)).Where(rule => rule == "MLC7002").Should().HaveCount(3);
    }

    [Fact]
    public void Links_that_lead_into_each_other_by_the_million_end_soon() =>
        Rules("s a=b/b/b/b/b/b/b/b\ns b=c/c/c/c/c/c/c/c\ns c=a/a/a/a/a/a/a/a\n").Should().Equal("MLC7002", "MLC7002", "MLC7002");

    [Fact]
    public void The_nearest_name_is_never_the_link_itself()
    {
        Finding alone = Checked.Findings("s libz.so=libz.so.1\n").Single();
        alone.Help.Should().NotContain("did you mean");
        Finding other = Checked.Findings("s tset=gtse\nf gtset 0555 root bin\n").Single();
        other.Help.Should().Be("did you mean gtset?");
    }

    [Theory]
    [InlineData("s usr/bin/x=/usr/bin/vim", "vim")]
    [InlineData("s usr/x=/usr/bin/vim", "bin/vim")]
    [InlineData("s x=/usr/bin/vim", "usr/bin/vim")]
    [InlineData("s var/x=/usr/bin/vim", "../usr/bin/vim")]
    [InlineData("s usr/x=/", "..")]
    [InlineData("s x=/", ".")]
    [InlineData("s usr/x=/usr", ".")]
    [InlineData("s usr/bin/x=//usr/./bin//vim", "vim")]
    public void The_help_for_an_absolute_link_leads_to_the_same_place(string line, string relative)
    {
        Finding finding = Checked.Findings(Tree + line + "\n").Single();
        finding.Help.Should().Be($"write {relative}");
        Rules(Tree + line.Split('=')[0] + "=" + relative + "\n").Should().BeEmpty();
    }

    private static string[] Rules(string text) => [.. Checked.Findings(text).Select(finding => finding.Rule.Id)];
}
