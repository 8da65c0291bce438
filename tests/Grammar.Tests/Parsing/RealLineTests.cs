using ManifestLinker.Grammar.Tests.Syntax;

namespace ManifestLinker.Grammar.Tests.Parsing;

/// <summary>Lines that stood, or stand, in the manifests of SmartOS and asked for a decision.</summary>
public class RealLineTests
{
    [Theory]
    [InlineData("f usr/share/man/man1/sendmail-mailq.1 0444 root bit")]
    [InlineData("d usr/libexec 07555 root bin")]
    [InlineData("f usr/share/man/man1/size.1 044 root bin")]
    [InlineData("f usr/lib/libzfs_core.so.1 755 root bin")]
    [InlineData("h usr/bin/[=usr/bin/alias")]
    [InlineData("d usr/vm/node_modules/macaddr/ 0755 root root")]
    [InlineData("f usr/bin/scp 0555 root bin")]
    [InlineData("f usr/bin/scp 0755 root bin")]
    [InlineData("d usr/share/lib 0755 root sys")]
    [InlineData("d usr/share/bhyve 0555 root bin")]
    [InlineData("d lib/svc/manifest/network 0755 root sys")]
    [InlineData("s var/lib/sgml/CATALOG.jade_dsl=CATALOG.openjade")]
    [InlineData("s var/sadm/softinfo/INST_RELEASE=../system/admin/INST_RELEASE")]
    [InlineData("s dev/stderr=fd/2")]
    [InlineData("s etc/wtmpx=../var/adm/wtmpx")]
    [InlineData("s etc/.syslog_door=../var/run/syslog_door")]
    [InlineData("s usr/bin/perl=/opt/local/bin/perl")]
    [InlineData("s var/log/manifest=../../usr/share/smartos/manifest")]
    [InlineData("f usr/lib/libstdc++.so.$LIBSTDCXXVER 0555 root bin")]
    [InlineData("s usr/lib/amd64/libstdc++.so.6=libstdc++.so.$LIBSTDCXXVER")]
    [InlineData("f var/log 0755 root sys")]
    [InlineData("s usr/share/man/man9f/firmware_close.9f.9f=firmload.9f")]
    public void The_grammar_takes_what_only_its_meaning_can_condemn(string line)
    {
        Outline.Parse(line).IsWellFormed.Should().BeTrue();
        string.Concat(Outline.Parse(line).Tokens.Select(token => token.Text)).Should().Be(line.Replace(" ", "", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("h usr/sbin/zdb 0555 root bin",
        "bad: kind h, path usr/sbin/zdb, surplus 0555, surplus root, surplus bin")]
    [InlineData("s usr/share/man/man3c/ucred_get.3c=ucred.3c 0444 root bin",
        "bad: kind s, path usr/share/man/man3c/ucred_get.3c, separator =, target ucred.3c, surplus 0444, surplus root, surplus bin")]
    [InlineData("s usr/share/man/man3c/mbrtowc.3c==mbrtoc16.3c",
        "bad: kind s, path usr/share/man/man3c/mbrtowc.3c, separator =, target =mbrtoc16.3c")]
    [InlineData("f usbkey/ssh/moduli config 0644 root sys",
        "bad: kind f, path usbkey/ssh/moduli, mode config, owner 0644, group root, surplus sys")]
    [InlineData("f \"a 0444 root sys",
        "kind f, path \"a, mode 0444, owner root, group sys")]
    public void Lines_that_broke_a_build_show_what_is_wrong_with_them(string line, string outline) =>
        Outline.Of(line).Should().Be(outline);
}
