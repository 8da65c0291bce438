using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Tree;
using ManifestLinker.Linker.Tests.Trees;

namespace ManifestLinker.Linker.Tests.Verify;

/// <summary>Every attribute that a listing states is compared: of each, one that differs is found, and nothing else.</summary>
public class SpecComparisonTests
{
    private const string Listing = """
        d etc 0755 0 3
        f etc/motd 0644 0 3 text=hello
        f bin/a 0555 0 2 text=a
        f bin/b 0555 0 2 text=a
        h bin/c = bin/a
        s bin/d -> a
        c dev/null 0666 0 3 13,2
        p run/pipe 0600 0 0

        """;

    [Theory]
    [InlineData("f etc/motd 0644 0 3 text=hello", "d etc/motd 0644 0 3", "MLC9008 etc, MLC9006 etc/motd")]
    [InlineData("f etc/motd 0644 0 3 text=hello", "s etc/motd -> x", "MLC9006 etc/motd")]
    [InlineData("p run/pipe 0600 0 0", "S run/pipe 0600 0 0", "MLC9006 run/pipe")]
    [InlineData("c dev/null 0666 0 3 13,2", "b dev/null 0666 0 3 13,2", "MLC9006 dev/null")]
    [InlineData("c dev/null 0666 0 3 13,2", "c dev/null 0666 0 3 13,3", "MLC9006 dev/null")]
    [InlineData("c dev/null 0666 0 3 13,2", "c dev/null 0666 0 3 12,2", "MLC9006 dev/null")]
    [InlineData("motd 0644", "motd 0645", "MLC9004 etc/motd")]
    [InlineData("motd 0644", "motd 4644", "MLC9004 etc/motd")]
    [InlineData("d etc 0755", "d etc 1755", "MLC9004 etc")]
    [InlineData("motd 0644 0 3", "motd 0644 1 3", "MLC9005 etc/motd")]
    [InlineData("motd 0644 0 3", "motd 0644 0 2", "MLC9005 etc/motd")]
    [InlineData("d etc 0755 0 3", "d etc 0755 65536 3", "MLC9005 etc")]
    [InlineData("text=hello", "text=hellp", "MLC9003 etc/motd")]
    [InlineData("text=hello", "text=hello!", "MLC9003 etc/motd")]
    [InlineData("text=hello", "text=hello mtime=7", "MLC9009 etc/motd")]
    [InlineData("s bin/d -> a", "s bin/d -> b", "MLC9007 bin/d")]
    [InlineData("h bin/c = bin/a", "h bin/c = bin/b", "MLC9008 bin/a, MLC9008 bin/b")]
    [InlineData("h bin/c = bin/a", "f bin/c 0555 0 2 text=a", "MLC9008 bin/a, MLC9008 bin/c")]
    [InlineData("p run/pipe 0600 0 0", "", "MLC9001 run/pipe")]
    [InlineData("p run/pipe 0600 0 0", "p run/pipe 0600 0 0\nf run/more 0644 0 0", "MLC9002 run/more")]
    public void What_differs_is_found(string was, string now, string expected)
    {
        Listing.Should().Contain(was);
        FileTree tree = TreeListing.Parse(Listing.Replace(was, now, StringComparison.Ordinal) + "d run 0755 0 0");

        Finding[] findings = Listed.Compare(tree, Listed.Spec(TreeListing.Parse(Listing + "d run 0755 0 0")));

        string.Join(", ", findings.Select(finding => $"{finding.Rule.Id} {finding.Subject!.Path}")).Should().Be(expected);
    }
}
