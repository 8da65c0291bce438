using System.Text;
using CsCheck;
using ManifestLinker.Compiler.Scripts;
using ManifestLinker.Compiler.Tests.Fixes;

namespace ManifestLinker.Compiler.Tests.Scripts;

public sealed class StartableTests
{
    [Theory]
    [InlineData("", Startable.Empty)]
    [InlineData("\ufeff#!/bin/sh\n", Startable.MarkBeforeMagic)]
    [InlineData("\n#!/bin/sh\n", Startable.BlankBeforeMagic)]
    [InlineData(" \t#!/bin/sh\n", Startable.BlankBeforeMagic)]
    [InlineData("\u000b\u0013\u0008\0\u0003", Startable.CompiledShell)]
    [InlineData("# a comment\n", Startable.ShellText)]
    [InlineData(":\n", Startable.ShellText)]
    [InlineData("\n", Startable.ShellText)]
    [InlineData("\n\n. /lib/svc/share/smf_include.sh\n", Startable.ShellText)]
    [InlineData("LC_ALL=C\n", Startable.ShellText)]
    [InlineData("exec /usr/bin/true\n", Startable.ShellText)]
    [InlineData("if [ -f x ]; then\n", Startable.ShellText)]
    [InlineData("[ -f x ] || exit 1\n", Startable.ShellText)]
    [InlineData("exit", Startable.ShellText)]
    [InlineData("{\n  \"a\": 1\n}", Startable.No)]
    [InlineData("[\n  1\n]", Startable.No)]
    [InlineData("{\"a\": 1}", Startable.No)]
    [InlineData("<?xml version=\"1.0\"?>\n", Startable.No)]
    [InlineData("import os\n", Startable.No)]
    [InlineData("\"\"\"Text.\"\"\"\n", Startable.No)]
    [InlineData("0=1\n", Startable.No)]
    [InlineData("=1\n", Startable.No)]
    [InlineData("Copyright\n", Startable.No)]
    [InlineData("# text with a NUL\0", Startable.No)]
    [InlineData("PK\u0003\u0004", Startable.No)]
    public void What_it_begins_with_tells_what_it_is(string text, Startable expected) => StartableReader.Read(Encoding.UTF8.GetBytes(text)).Should().Be(expected);

    [Fact]
    public void Any_bytes_are_something() => Gen.Byte.Array[0, 80].Sample(
        bytes => StartableReader.Read(bytes).Should().BeDefined(),
        iter: ManifestSoup.Iterations(2000));

    [Theory]
    [InlineData("/usr/bin/python2.7", "python")]
    [InlineData("python3", "python")]
    [InlineData("/usr/node/16/bin/node", "node")]
    [InlineData("/opt/node-0.10.48/bin/node", "node")]
    [InlineData("/usr/perl5/5.12/bin/perl", "perl")]
    [InlineData("/usr/perl5/bin/perl", "perl")]
    [InlineData("perl5.12.3", "perl")]
    [InlineData("/usr/bin/lua-5.1", "lua")]
    [InlineData("/usr/bin/python", null)]
    [InlineData("/usr/bin/ksh93", null)]
    [InlineData("/usr/bin/python.py", null)]
    [InlineData("/usr/bin/nodes2", null)]
    [InlineData("", null)]
    public void A_path_names_a_version(string path, string? language) => (VersionedName.Of(path)?.Language).Should().Be(language);
}
