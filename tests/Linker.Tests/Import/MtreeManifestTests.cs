using System.Text;
using CsCheck;
using ManifestLinker.Compiler.Accounts;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Import;
using ManifestLinker.Grammar.Source;
using ManifestLinker.Linker.Import;
using ManifestLinker.Linker.Tests.Foreign;

namespace ManifestLinker.Linker.Tests.Import;

public class MtreeManifestTests
{
    private const string Sample = """
        /set type=file uid=0 gid=0 mode=0755 nlink=1 flags=none
        .               type=dir nlink=4 \
                        time=1795399391.512235239
            b\sc        type=dir mode=0755
                q\#=\M-C\M-) \
                        size=2 inode=7 nlink=2
                q2      inode=7 resdevice=native,1,2 mode=u=rw
            ..
        ./x/y           type=link link=../etc/motd optional
        """;

    [Fact]
    public void Findings_stand_where_the_words_do()
    {
        Read("./a type=file mode=0644 \\\n    uid=none\n\t./b type=file\n").Findings
            .Where(finding => finding.Location is not null)
            .Select(finding => $"{finding.Location!.Line}:{finding.Location.Column}-{finding.Location.EndColumn} {finding.Message}")
            .Should().Equal("2:5-13 'uid=none' makes no sense", "3:2-5 'b' has no mode");
    }

    [Fact]
    public void Names_of_one_inode_are_links_to_the_first_in_order()
    {
        (IReadOnlyList<ImportedEntry> entries, _) = Read("./b type=file mode=0644 inode=7\n./a type=file mode=0644 inode=7\n./c type=file mode=0644 resdevice=1 inode=7\n");
        entries.Select(entry => entry.Line).Should().Equal("f a 0644 root bin", "h b=a", "f c 0644 root bin");
    }

    [Fact]
    public void What_nobody_owns_is_said_once()
    {
        Read("./a type=file mode=0644 uid=7777\n./b type=file mode=0644 uid=7777\n").Findings.Select(finding => finding.Message).Should().BeEquivalentTo(
            "2 objects, 'a' first, have the owner 7777, which has no name in the base accounts of illumos; 'root' was written",
            "2 objects, 'a' first, have no group; 'bin' was written");
    }

    [Fact]
    public void Any_text_is_read()
    {
        foreach (byte[] bad in Fuzz.Variants(Encoding.UTF8.GetBytes(Sample), 2000, seed: 3)) Read(EscapedUtf8.Decode(bad));
        Gen.String.Sample(text => Read(text), iter: 500);
    }

    private static (IReadOnlyList<ImportedEntry> Entries, IReadOnlyList<Finding> Findings) Read(string text)
    {
        var findings = new List<Finding>();
        var owners = new OwnerNames(AccountTables.Base);
        IReadOnlyList<ImportedEntry> entries = MtreeManifest.Read(new SourceText("l", text), owners, findings);
        findings.AddRange(owners.Findings);
        return (entries, findings);
    }
}
