using CsCheck;
using ManifestLinker.Compiler.Smf;
using ManifestLinker.Compiler.Tests.Fixes;

namespace ManifestLinker.Compiler.Tests.Smf;

/// <summary>What a method is sure to run; a path with a star before it is only read.</summary>
public sealed class MethodCommandTests
{
    private static readonly Gen<string> Piece = Gen.OneOf(
        "/a", "/sbin/sh", "-c", "-o", " ", " ", "'", "\"", "\\", "`", "$", "$(", ")", "(", "%m", "&", "&&", "|", "||", ";", "\n", "<", ">", "2>", "#", "exec", "if", "[", "X=", "{", ".", "\0", "\ud800");

    [Theory]
    [InlineData(":kill -HUP", "")]
    [InlineData(" :true", "")]
    [InlineData("", "")]
    [InlineData("/lib/svc/method/svc-cron", "/lib/svc/method/svc-cron")]
    [InlineData("/lib/svc/method/slp stop %{restarter/contract}", "/lib/svc/method/slp")]
    [InlineData("/usr/bin/kill -HUP `/usr/bin/cat /etc/svc/volatile/nfs-mapid.lock`", "/usr/bin/kill")]
    [InlineData("/usr/%m/start", "")]
    [InlineData("%{config/program}", "")]
    [InlineData("$HOME/start", "")]
    [InlineData("/usr/lib/*/start", "")]
    [InlineData("exec /a -b", "/a")]
    [InlineData("'/a b' c", "/a b")]
    [InlineData("/a\\ b c", "/a b")]
    [InlineData("\"/a\"'b' c", "/ab")]
    [InlineData("LANG=C TZ='UTC' /a", "/a")]
    [InlineData("/a 'never closed", "")]
    [InlineData("/a > /b 2>&1", "/a")]
    [InlineData("< /b /a", "/a")]
    [InlineData("/a & /b", "/a /b")]
    [InlineData("/a | /b", "/a /b")]
    // The shell that runs the first is no more.
    [InlineData("/a && /b", "/a")]
    [InlineData("/a; /b", "/a")]
    [InlineData("[ -x /a ] && /a", "")]
    [InlineData("/usr/bin/test -x /a && /a", "/usr/bin/test")]
    [InlineData("if [ -x /a ]; then /a; fi", "")]
    [InlineData("/sbin/sh /a start", "/sbin/sh */a")]
    [InlineData("/usr/bin/bash -x /a start", "/usr/bin/bash */a")]
    [InlineData("/bin/ksh -o errexit /a", "/bin/ksh */a")]
    [InlineData("/sbin/sh -c '/a; /b && /c'", "/sbin/sh /a /b /c")]
    [InlineData("/sbin/sh -c '. /lib/svc/share/smf_include.sh; (/a)'", "/sbin/sh */lib/svc/share/smf_include.sh /a")]
    [InlineData("/sbin/sh -ec 'test -x /a && /a || /b; /c'", "/sbin/sh /c")]
    [InlineData("/sbin/sh -c \"/sbin/sh -c /a\"", "/sbin/sh /a")]
    [InlineData("/sbin/sh -c 'for i in 1 2; do /a; done; /b'", "/sbin/sh")]
    [InlineData("/sbin/sh -c $START", "/sbin/sh")]
    [InlineData("/usr/node/bin/node /usr/vm/sbin/vmadmd.js", "/usr/node/bin/node */usr/vm/sbin/vmadmd.js")]
    [InlineData("/usr/bin/python2.7 -u /a", "/usr/bin/python2.7")]
    [InlineData("svcadm refresh x", "")]
    public void What_is_sure_to_run_is_found(string exec, string programs) =>
        string.Join(' ', MethodCommand.ProgramsOf(exec).Select(program => (program.IsExecuted ? "" : "*") + program.Path)).Should().Be(programs);

    [Fact]
    public void Any_text_can_be_read() => Piece.Array[0, 40].Select(string.Concat)
        .Sample(exec => MethodCommand.ProgramsOf(exec).All(program => program.Path.StartsWith('/')), iter: ManifestSoup.Iterations(2000));

    [Fact]
    public void Shells_within_shells_end_somewhere()
    {
        string exec = string.Concat(Enumerable.Repeat("/sbin/sh -c ", 10_000));
        MethodCommand.ProgramsOf(exec).Should().Equal(new MethodProgram("/sbin/sh", IsExecuted: true));
    }
}
