using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Profiles;
using ManifestLinker.Compiler.Tree;
using ManifestLinker.Linker.Digests;
using ManifestLinker.Linker.Tests.Trees;
using ManifestLinker.Linker.Verify;

namespace ManifestLinker.Linker.Tests.Verify;

/// <summary>Where the list of digests of a release is known to disagree with the image, that is information; anywhere else it is an error.</summary>
public class Md5ComparisonTests
{
    private const string Shipped = """
        f etc/motd 0644 0 3 text=motd
        f var/log/syslog 0644 0 3 text=delivered
        f var/adm/wtmpx 0644 4 4 text=delivered
        f usr/bin/a 0555 0 2 text=a

        """;

    [Theory]
    [InlineData("syslog 0644 0 3 text=delivered", "syslog 0644 0 0", "Info MLC9010 var/log/syslog")]
    [InlineData("wtmpx 0644 4 4 text=delivered", "wtmpx 0644 0 0", "Info MLC9010 var/adm/wtmpx")]
    [InlineData("syslog 0644 0 3 text=delivered", "syslog 0644 0 0 text=something", "Error MLC9003 var/log/syslog")]
    [InlineData("f var/log/syslog 0644 0 3 text=delivered", "", "Error MLC9001 var/log/syslog")]
    [InlineData("motd 0644 0 3 text=motd", "motd 0644 0 3", "Error MLC9003 etc/motd")]
    [InlineData("f etc/motd 0644", "f usr.lgz 0600 0 0\nf usr/share/smartos/manifest 0644 0 0\nf etc/motd 0644", "")]
    [InlineData("f etc/motd 0644", "f etc/more 0644 0 0\nf etc/motd 0644", "Warning MLC9002 etc/more")]
    public void A_known_difference_is_information(string was, string now, string expected)
    {
        Shipped.Should().Contain(was);
        Compare(TreeListing.Parse(Shipped.Replace(was, now, StringComparison.Ordinal)), unmounted: false).Should().Be(expected);
    }

    [Fact]
    public void A_log_that_is_new_and_empty_is_information()
    {
        string without = Shipped.Replace("f var/log/syslog 0644 0 3 text=delivered", "", StringComparison.Ordinal);
        Told(TreeListing.Parse(without + "f var/log/syslog 0644 0 0"), TreeListing.Parse(without), unmounted: false).Should().Be("Info MLC9010 var/log/syslog");
    }

    [Fact]
    public void Of_a_root_file_system_without_its_usr_the_rest_is_compared_and_what_is_not_is_counted()
    {
        string root = Shipped.Replace("f usr/bin/a 0555 0 2 text=a", "f usr/bin/cat 0555 0 2 text=copy", StringComparison.Ordinal);
        Compare(TreeListing.Parse(root), unmounted: true).Should().Be("Info MLC9010 usr");
        Compare(TreeListing.Parse(root.Replace("text=motd", "text=moth", StringComparison.Ordinal)), unmounted: true).Should().Be("Error MLC9003 etc/motd, Info MLC9010 usr");
    }

    private static string Compare(FileTree image, bool unmounted) => Told(image, TreeListing.Parse(Shipped), unmounted);

    private static string Told(FileTree image, FileTree listed, bool unmounted)
    {
        IReadOnlyDictionary<Inode, FileDigests> digests = ContentDigests.Of(listed, 1, default);
        Md5Entry[] list = [.. listed.Entries.Where(entry => entry.Inode.Kind == FileKind.Regular).Select(entry => new Md5Entry(entry.Path, digests[entry.Inode].Md5))];
        IEnumerable<Finding> findings = Md5Comparison.Compare(image, list, ContentDigests.Of(image, 1, default), SmartOs.Profile, unmounted);
        return string.Join(", ", findings.Select(finding => $"{finding.Severity} {finding.Rule.Id} {finding.Subject!.Path}"));
    }
}
