using CsCheck;
using ManifestLinker.Compiler.Bind;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Import;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Grammar.Source;

namespace ManifestLinker.Compiler.Tests.Import;

public class ReadBackTests
{
    private static readonly Gen<string> Name = Gen.String[Gen.Char["ab./-_[]é#=$ \t\n\r\0\"\\@%{}~"], 1, 12];

    [Fact]
    public void What_can_be_said_is_read_as_it_was_meant() => Gen.Select(Name, Name, Gen.Int[0, 3]).Sample((name, target, kind) =>
    {
        if (!ImagePath.TryParse(name, out ImagePath path) || path.IsRoot) return;
        ImportedEntry entry = kind < 2
            ? new ImportedNode(path, kind == 0, new Mode(0x1ed), "root", "bin", null)
            : new ImportedLink(path, kind == 2, kind == 2 && ImagePath.TryParse(target, out ImagePath to) ? to.Text : target, null);
        if (ReadBack.WhyNot(entry) is not null) return;
        var findings = new List<Finding>();
        BoundManifest bound = Binder.Bind(new SourceText("m", entry.Line + "\n"), "m", Variables.None, findings);
        bound.Entries.Should().ContainSingle().Which.ToString().Should().Be(entry.Line);
        findings.Should().NotContain(finding => finding.Severity == Severity.Error);
    });

    [Theory]
    [InlineData("a b", "has a blank in its name")]
    [InlineData("a\tb", "has a tab in its name")]
    [InlineData("a\nf c", "has a line feed in its name")]
    [InlineData("#a", "cannot be written")]
    [InlineData("a$B", "cannot be written")]
    [InlineData("plain", null)]
    [InlineData("a=b", null)]
    [InlineData("é", null)]
    public void What_cannot_be_said_has_a_reason(string name, string? why)
    {
        string? said = ReadBack.WhyNot(new ImportedNode(ImagePath.Parse(name), false, new Mode(0x124), "root", "bin", null));
        if (why is null) said.Should().BeNull();
        else said.Should().Contain(why);
    }

    // Half a character survives no test case of a theory.
    [Fact]
    public void A_byte_that_is_not_UTF_8_cannot_be_said() =>
        ReadBack.WhyNot(new ImportedNode(ImagePath.Parse("a\udcffb"), false, new Mode(0x124), "root", "bin", null)).Should().Contain("not UTF-8");

    [Fact]
    public void A_long_name_cannot_be_said() =>
        ReadBack.WhyNot(new ImportedNode(ImagePath.Parse(new string('a', 256)), false, new Mode(0x124), "root", "bin", null)).Should().Contain("256 bytes");
}
