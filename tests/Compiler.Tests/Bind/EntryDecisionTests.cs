using ManifestLinker.Compiler.Tests.Cases;

namespace ManifestLinker.Compiler.Tests.Bind;

/// <summary>Which faulty lines still deliver something: an error of syntax leaves nothing to deliver, an oddity does.</summary>
public sealed class EntryDecisionTests
{
    [Theory]
    [InlineData("x a 0555 root bin")] // MLC1001
    [InlineData("f a 0555 root")] // MLC1002
    [InlineData("f a 0555 root bin more")]
    [InlineData("s a=b 0444 root bin")]
    [InlineData("f a 0589 root bin")] // MLC1003
    [InlineData("f a 10000 root bin")]
    [InlineData("s a")] // MLC1005
    [InlineData("s a=")]
    [InlineData("s =b")]
    [InlineData("h a=")]
    [InlineData("s a==b")] // MLC1006
    [InlineData("h a=b=c")]
    [InlineData("f /a 0555 root bin")] // MLC1007
    [InlineData("d / 0755 root root")]
    [InlineData("h a=/b")]
    [InlineData("f ../a 0555 root bin")] // MLC1008, going up
    [InlineData("f a/../b 0555 root bin")]
    [InlineData("h a=../b")]
    [InlineData("f . 0555 root bin")] // the root is a directory
    [InlineData("s .=a")]
    [InlineData("h a=.")]
    [InlineData("f a\0b 0555 root bin")] // MLC1013, where no object can have the name
    [InlineData("<<<<<<< f a 0555 root bin")] // MLC1016
    public void An_error_of_syntax_leaves_no_entry(string line)
    {
        Checked.Union(line + "\n").Should().BeEmpty();
        Checked.Findings(line + "\n").Should().Contain(finding => finding.Severity == Compiler.Diagnostics.Severity.Error);
    }

    [Theory]
    [InlineData("f a 755 root bin", "f a 755 root bin", "MLC1004")]
    [InlineData("f a/ 0755 root bin", "f a 0755 root bin", "MLC1008")]
    [InlineData("f .//a 0755 root bin", "f a 0755 root bin", "MLC1008")]
    [InlineData("s a=b/", "s a=b/", "MLC7001")]
    [InlineData("f a#b 0755 root bin", "f a#b 0755 root bin", "MLC1009")]
    [InlineData("f a 0755 root bin # why", "f a 0755 root bin", "MLC1009")]
    [InlineData("f a$X 0755 root bin", "f a$X 0755 root bin", "MLC1015")]
    [InlineData("f @A@ 0755 root bin", "f @A@ 0755 root bin", "MLC1015")]
    [InlineData("f a 0755 roto bin", "f a 0755 roto bin", "MLC2008")]
    [InlineData("f a 0755 root bit", "f a 0755 root bit", "MLC2009")]
    [InlineData("f caf\u00e9 0755 root bin", "f caf\u00e9 0755 root bin", "MLC1013")]
    [InlineData(" f a 0755 root bin", "f a 0755 root bin", "MLC1019")]
    public void An_oddity_leaves_the_entry(string line, string entry, string rule)
    {
        Checked.Union(line + "\n").Should().Equal(entry);
        Checked.Findings(line + "\n").Select(finding => finding.Rule.Id).Should().Equal(rule);
    }

    // The byte 0xff; an attribute cannot hold it.
    [Fact]
    public void Bytes_that_are_no_text_leave_no_entry() => Checked.Union("f a 0555 r\udcffoot bin\nf a\udcff 0555 root bin\n").Should().BeEmpty();

    [Fact]
    public void One_line_has_all_its_faults_at_once() =>
        Checked.Short(" f /usr/../x#y 0x5 r\u00f6ot $G more # end\n").Should().Equal(
            "MLC1019 1:1-2",
            "MLC1007 1:4-15",
            "MLC1009 1:4-15",
            "MLC1013 1:21-22",
            "MLC1015 1:25-27",
            "MLC1002 1:28-32",
            "MLC1009 1:33-38");

    [Theory]
    [InlineData("# x", "")]
    [InlineData("  #x", "")]
    [InlineData("f a 0444 root bin #x", "MLC1009 1:19-21")]
    [InlineData("f a 0444 root bin # mlc: allow MLC2001 -- reason", "")]
    [InlineData("f a 0444 root bin # mlc: nonsense", "MLC0005 1:26-34")]
    [InlineData("f a# 0444 root bin", "MLC1009 1:3-5")]
    [InlineData("f #a 0444 root bin", "MLC1002 1:2-3, MLC1009 1:3-19")]
    public void A_hash_opens_a_comment_only_at_the_start_of_a_word(string line, string expected) =>
        string.Join(", ", Checked.Short(line + "\n")).Should().Be(expected);

    [Fact]
    public void The_root_may_be_declared_as_a_directory() =>
        Checked.Compile("d . 0755 root root\nf a 0444 root bin\n").Union.Entries[0].Path.IsRoot.Should().BeTrue();

    [Fact]
    public void An_empty_text_is_an_empty_manifest() => Checked.Short("", "\n\n", "# only this\n").Should().BeEmpty();

    [Fact]
    public void A_long_line_is_one_line()
    {
        string path = string.Join('/', Enumerable.Repeat("d", 300));
        Checked.Union($"f {path} 0444 root bin\n").Should().Equal($"f {path} 0444 root bin");
    }
}
