using ManifestLinker.Runtime.Tests.EndToEnd.Platforms;
using ManifestLinker.Testing;

namespace ManifestLinker.Runtime.Tests.EndToEnd;

/// <summary>Nothing of the machine that links gets into an image, and nothing in a proto area makes the link wait.</summary>
public class SourceEscapeTests
{
    private const string Manifest = SmallPlatform.Manifest + """
        d linked 0755 root sys
        f linked/hostname 0644 root sys
        f etc/absolute 0644 root sys
        f etc/dots 0644 root sys
        f etc/fine 0644 root sys
        f etc/loop 0644 root sys
        f etc/pipe 0644 root sys
        f etc/to-pipe 0644 root sys
        f etc/zero 0644 root sys

        """;

    private const string Proto = """
        s linked=/etc
        s etc/absolute=/etc/hostname
        s etc/dots=../../../../../../../../../../etc/hostname
        s etc/fine=../usr/bin/ls
        s etc/loop=loop
        p etc/pipe
        s etc/to-pipe=pipe
        s etc/zero=/dev/zero
        """;

    private static readonly string[] Hostile = ["absolute", "dots", "loop", "pipe", "to-pipe", "zero"];

    [FactNeeding("mkfifo")]
    public void The_check_names_all_of_them()
    {
        using TemporaryFolder here = new();
        Write(here);

        Outcome outcome = Mlc.Run(here.Path, "check", "--format", "concise").Exits(1);

        string[] errors = [.. outcome.Lines.Where(line => line.Contains(": error ", StringComparison.Ordinal))];
        foreach (string name in Hostile) errors.Should().ContainSingle(line => line.Contains($"'etc/{name}'", StringComparison.Ordinal));
        errors.Should().Contain(line => line.Contains("'linked/hostname'", StringComparison.Ordinal));
        outcome.Lines.Should().ContainSingle(line => line.Contains("MLC3002", StringComparison.Ordinal)).Which.Should().Contain("'etc/fine'");
    }

    [FactNeeding("mkfifo")]
    public void Nothing_of_them_is_linked_even_where_findings_do_not_count()
    {
        using TemporaryFolder here = new();
        Write(here);

        Mlc.Run(here.Path, SmallPlatform.Link("out", "--fail-on", "never")).Exits(0);

        string listing = Mlc.Run(here.Path, "ls", "-R", "out/platform-latest").Exits(0).Output;
        foreach (string name in Hostile) listing.Should().NotContain($"etc/{name}\n");
        listing.Should().Contain("etc/fine\n").And.NotContain("hostname");
        Mlc.Run(here.Path, "cat", "out/platform-latest", "etc/fine").Exits(0).Output.Should().Be("the command ls\n");
        File.ReadAllText(here.At($"out/{SmallPlatform.Name}.log")).Should().Contain("FILE: [etc/absolute][0644][root/0][sys/3]: FAILED\n");
    }

    [FactNeeding("mkfifo")]
    public void What_was_linked_before_stays_when_they_stop_the_link()
    {
        using TemporaryFolder here = new();
        Write(here);

        Mlc.Run(here.Path, SmallPlatform.Link()).Exits(1);

        Directory.Exists(here.At("out")).Should().BeFalse();
    }

    [Fact]
    public void A_manifest_cannot_name_what_lies_outside()
    {
        using TemporaryFolder here = new();
        SmallPlatform.Write(here, SmallPlatform.Manifest + """
            f /etc/hostname 0644 root sys
            f ../../../../../../../etc/hostname 0644 root sys
            h etc/host=/etc/hostname
            h etc/dots=../../../../../../../etc/hostname

            """);

        Outcome outcome = Mlc.Run(here.Path, SmallPlatform.Link("out", "--fail-on", "never", "--format", "concise")).Exits(0);

        outcome.Lines.Count(line => line.Contains(": error ", StringComparison.Ordinal)).Should().Be(4);
        Mlc.Run(here.Path, "ls", "-R", "out/platform-latest").Output.Should().NotContain("host").And.NotContain("dots");
    }

    private static void Write(TemporaryFolder here)
    {
        SmallPlatform.Write(here, Manifest);
        ProtoTree.Build(here.At("proto"), Proto);
    }
}
