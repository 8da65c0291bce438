using ManifestLinker.Runtime.Tests.EndToEnd.Platforms;
using ManifestLinker.Testing;

namespace ManifestLinker.Runtime.Tests.EndToEnd;

/// <summary>Owners are names, and the image's own files say whose number they are; the machine's are never asked.</summary>
public class AccountTests
{
    private const string Passwd = "root:x:0:0::/:\nagent:x:777:1::/:\nagent:x:778:1::/:\n", Group = "sys::3:\nagents::888:\n";

    [Fact]
    public void The_accounts_of_the_proto_area_count()
    {
        using TemporaryFolder here = new();
        SmallPlatform.Write(here, SmallPlatform.Manifest.Replace("root bin", "root sys", StringComparison.Ordinal) + "d etc/agent 0750 agent agents\nf etc/passwd 0644 root sys\n");
        here.Write("proto/etc/passwd", Passwd);
        here.Write("proto/etc/group", Group);

        Mlc.Run(here.Path, SmallPlatform.Link()).Exits(0);

        Mlc.Run(here.Path, "ls", "-l", "out/platform-latest", "etc").Output.Should().MatchRegex("drwxr-x---   2   777   888 .* agent\n");
        File.ReadAllText(here.At($"out/{SmallPlatform.Name}.log")).Should().Contain("DIR: [etc/agent][0750][agent/777][agents/888]: OK\n");
    }

    [Fact]
    public void Files_that_are_named_count_where_the_search_path_has_none()
    {
        using TemporaryFolder here = new();
        here.Write("passwd", Passwd);
        here.Write("group", Group);
        here.Write("m", "d a 0755 agent agents\nd b 0755 daemon sys\n");

        Mlc.Run(here.Path, "check", "m", "--format", "concise", "--passwd", "passwd", "--group", "group").Exits(1).Output
            .Should().MatchRegex("^m:2:10: error MLC2008 .*'daemon'.*\n$");
        Mlc.Run(here.Path, "check", "m", "--passwd", "absent").Exits(3).Errors.Should().Be("mlc: absent: no such file or directory\n");
    }

    [Fact]
    public void Without_any_the_base_accounts_of_illumos_count()
    {
        using TemporaryFolder here = new();
        here.Write("m", "d a 0755 webservd slocate\nd b 0755 nobody4 nogroup\nd c 0755 messagebus staff\n");

        Mlc.Run(here.Path, "check", "m", "--format", "concise").Exits(1).Lines.Should().ContainSingle().Which.Should().StartWith("m:3:10: error MLC2008 ");
    }
}
