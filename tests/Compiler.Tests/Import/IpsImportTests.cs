using CsCheck;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Import;
using ManifestLinker.Compiler.Import.Ips;
using ManifestLinker.Grammar.Source;

namespace ManifestLinker.Compiler.Tests.Import;

public class IpsImportTests
{
    private const string Sample = """
        <include other>
        <transform file path=usr/(.+)\.so$ -> emit link path=usr/%<1>.1 target=%(path)>
        set name=pkg.fmri value=pkg:/a@$(PKGVERS)
        $(i386_ONLY)dir path=usr/lib/$(ARCH64) group=sys \
            mode=0755
        file NOHASH path="usr/lib/x.so" owner='root' facet.devel=true
        link path=usr/x target=y mediator=m mediator-version=1.2
        hardlink path=usr/z target=../usr/x variant.arch=i386
        """;

    [Theory]
    [InlineData("dir path=usr/bin", "d usr/bin 0755 root bin")]
    [InlineData("dir path=usr/share", "d usr/share 0755 root sys")]
    [InlineData("dir path=/usr/bin/ mode=755 group=sys owner=adm", "d usr/bin 0755 adm sys")]
    [InlineData("file path=usr/bin/a", "f usr/bin/a 0644 root bin")]
    [InlineData("file path=kernel/drv/amd64/a", "f kernel/drv/amd64/a 0755 root bin")]
    [InlineData("file path=usr/kernel/drv/a.conf", "f usr/kernel/drv/a.conf 0644 root bin")]
    [InlineData("file path=usr/lib/$(ARCH64)/liba.so.1", "f usr/lib/amd64/liba.so.1 0755 root bin")]
    [InlineData("file path=usr/share/lib/terminfo/a", "f usr/share/lib/terminfo/a 0644 root bin")]
    [InlineData("file path=usr/share/man/man1/a.1", "f usr/share/man/man1/a.1 0444 root bin")]
    [InlineData("file path=usr/share/lib/locale/com/sun/dhcpmgr/a", "f usr/share/lib/locale/com/sun/dhcpmgr/a 0444 root bin")]
    [InlineData("file path=usr/share/lib/locale/com/sun/dhcpmgr/a.properties", "f usr/share/lib/locale/com/sun/dhcpmgr/a.properties 0644 root bin")]
    [InlineData("file path=a=b mode=0444", "f a=b 0444 root bin")]
    [InlineData("file path=$(ARCH)/$(ARCH32)/$(ARCH64)/$(ARCH) mode=0444", "f i386/i86/amd64/i386 0444 root bin")]
    [InlineData("file path=x$(IN$(SIDE)) mode=0444", "f xdeep 0444 root bin")]
    [InlineData("$(i386_ONLY)$(DEBUG_ONLY)file path=a mode=0444", "")]
    [InlineData("$(sparc_ONLY)file path=a mode=0444", "")]
    [InlineData("file path='it'", "f it 0644 root bin")]
    [InlineData("file path=\"a\\\"b\\\\c\" mode=0444", "f a\"b\\c 0444 root bin")]
    [InlineData("file path=a mode=0444 variant.arch=sparc variant.arch=i386", "f a 0444 root bin")]
    [InlineData("file path=a mode=0444 variant.arch=sparc", "")]
    [InlineData("file path=a mode=0444 variant.debug.osnet=true", "")]
    [InlineData("file path=a mode=0444 facet.debug.x=true", "")]
    [InlineData("file path=a mode=0444 facet.debug.x=true facet.doc=true", "f a 0444 root bin")]
    [InlineData("file path=a mode=0444 facet.debug.x=all facet.doc=true", "")]
    [InlineData("file path=a mode=0444 preserve=legacy", "")]
    [InlineData("file path=a mode=0444 preserve=true", "f a 0444 root bin")]
    [InlineData("link path=usr/a target=./b", "s usr/a=./b")]
    [InlineData("hardlink path=usr/a target=b", "h usr/a=usr/b")]
    [InlineData("hardlink path=a target=b", "h a=b")]
    [InlineData("hardlink path=usr/bin/a target=../lib/./b", "h usr/bin/a=usr/lib/b")]
    [InlineData("hardlink path=usr/a target=usr/b", "h usr/a=usr/usr/b")]
    [InlineData("hardlink path=usr/a target=/usr/b", "h usr/a=usr/b")]
    [InlineData("driver name=a\nuser username=a\nlicense a license=b\nset name=a value=$(UNKNOWN)", "")]
    [InlineData("dir path=a\ndir path=a", "d a 0755 root bin")]
    public void A_line_delivers_what_it_says(string text, string expected)
    {
        (string manifest, IReadOnlyList<Finding> findings) = Import(text);
        manifest.Should().Be("# p\n" + expected + (expected.Length > 0 ? "\n" : ""));
        findings.Should().BeEmpty();
    }

    [Theory]
    [InlineData("link path=l target=a mediator=m mediator-version=1.9\nlink path=l target=b mediator=m mediator-version=1.10", "b")]
    [InlineData("link path=l target=a mediator=m mediator-version=1 mediator-priority=vendor\nlink path=l target=b mediator=m mediator-version=2", "a")]
    [InlineData("link path=l target=a mediator=m mediator-version=1 mediator-priority=vendor\nlink path=l target=b mediator=m mediator-version=2 mediator-priority=site", "b")]
    [InlineData("link path=l target=a mediator=m mediator-implementation=x@1\nlink path=l target=b mediator=m mediator-implementation=x@2", "b")]
    [InlineData("link path=l target=a mediator=m mediator-implementation=z\nlink path=l target=b mediator=m mediator-implementation=y", "b")]
    [InlineData("link path=l target=a mediator=m mediator-implementation=z\nlink path=l target=b mediator=m mediator-version=1", "b")]
    [InlineData("link path=l target=a mediator=chosen mediator-version=1\nlink path=l target=b mediator=chosen mediator-version=2", "a")]
    public void Of_mediated_links_one_is_taken(string text, string target)
    {
        (string manifest, IReadOnlyList<Finding> findings) = Import(text);
        manifest.Should().Be($"# p\ns l={target}\n");
        findings.Should().ContainSingle().Which.Rule.Id.Should().Be("MLC9205");
    }

    // The version is that of the mediator, not of the path: a link that the chosen one does not have is left out.
    [Fact]
    public void A_mediation_holds_for_all_its_links()
    {
        (string manifest, IReadOnlyList<Finding> findings) = Import(
            "link path=a target=1/a mediator=m mediator-version=1\nlink path=b target=1/b mediator=m mediator-version=1\nlink path=a target=2/a mediator=m mediator-version=2");
        manifest.Should().Be("# p\ns a=2/a\n");
        findings.Select(finding => finding.Message).Should().Contain("the link 's b=1/b' is left out: m=2 has none");
    }

    [Theory]
    [InlineData("<transform file -> default mode 0444>", "f a 0444 root bin")]
    [InlineData("<transform file path=(.*) -> set path b/%<1>>", "f b/a 0644 root bin")]
    [InlineData("<transform file path=a$ -> drop>", "")]
    [InlineData("<transform file path=b -> drop>", "f a 0644 root bin")]
    [InlineData("<transform file nothing=.* -> drop>", "f a 0644 root bin")]
    [InlineData("<transform file path=.*(?<!b)$ -> set group \"s\"ys>", "f a 0644 root sys")]
    [InlineData("<transform file -> add owner adm>", "f a 0644 adm bin")]
    [InlineData("<transform file -> edit path (a) 'x\\1\\g<1>'>", "f xaa 0644 root bin")]
    [InlineData("<transform -> delete path .>", null)]
    [InlineData("<transform file -> emit link path=c target=%(path)>", "f a 0644 root bin\ns c=a")]
    [InlineData("<transform file -> print anything at all>", "f a 0644 root bin")]
    [InlineData("<transform file -> set owner %{who}>\nset name=who value=adm", "f a 0644 adm bin")]
    [InlineData("<transform file -> emit file path=%(path)x>", null)]
    [InlineData("<transform file -> set owner %<1>>", null)]
    [InlineData("<transform file -> exit 1 no>", null)]
    public void A_transform_does_what_pkgmogrify_does(string transform, string? expected)
    {
        (string manifest, IReadOnlyList<Finding> findings) = Import("file path=a\n" + transform);
        if (expected is null) findings.Should().Contain(finding => finding.Severity == Severity.Error);
        else (manifest, findings.Count).Should().Be(("# p\n" + expected + (expected.Length > 0 ? "\n" : ""), 0));
    }

    [Fact]
    public void An_abort_leaves_the_package_out() =>
        Import("file path=a\n<transform set name=x -> abort>\nset name=x value=y").Manifest.Should().Be("# p: left out by a transform\n");

    [Fact]
    public void Places_are_those_of_the_file_whatever_was_joined_and_put_in()
    {
        Finding finding = Import("file path=$(ARCH)/$(ARCH64) \\\n    mode=0444 \\\n    owner=\"root").Findings.Single();
        (finding.Location!.Line, finding.Location.Column, finding.Message).Should().Be((3, 11, "the quotation mark has no partner"));
    }

    [Fact]
    public void Any_text_is_read() => Gen.Select(Gen.Int[0, Sample.Length], Gen.Int[0, 12], Gen.String[Gen.Char["<>\"'\\=$()% \nfile-path.*"], 0, 12]).Sample((at, cut, put) =>
    {
        string text = Sample[..at] + put + Sample[Math.Min(Sample.Length, at + cut)..];
        foreach (Finding finding in Import(text).Findings) finding.Message.Should().NotBeEmpty().And.NotContain("\n");
    }, iter: 3000);

    private static (string Manifest, IReadOnlyList<Finding> Findings) Import(string text)
    {
        var findings = new List<Finding>();
        var options = new IpsOptions
        {
            Macros = new Dictionary<string, string> { ["SIDE"] = "NER", ["INNER"] = "deep", ["DEBUG_ONLY"] = "#", ["LOOP"] = "$(LOOP)" },
            Mediators = new Dictionary<string, string> { ["chosen"] = "1" },
            Include = (_, name) => name is "other" ? new SourceText("other", "<include other>\ndir path=usr\n") : null,
        };
        IpsImport import = IpsImport.Read([new SourceText("p", text)], options, findings);
        return (ManifestText.Of(import.Groups, findings), findings);
    }
}
