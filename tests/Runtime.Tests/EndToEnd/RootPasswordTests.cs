using ManifestLinker.Runtime.Tests.EndToEnd.Platforms;
using ManifestLinker.Testing;

namespace ManifestLinker.Runtime.Tests.EndToEnd;

/// <summary>The password of root: in the image, beside it, and nowhere else.</summary>
public class RootPasswordTests
{
    private const string Stash = $"out/{SmallPlatform.Name}/root.password";

    [FactNeeding("openssl")]
    public void The_one_from_chance_that_is_kept_opens_the_platform()
    {
        using TemporaryFolder here = Written();

        Link(here).Exits(0);

        string password = Kept(here);
        password.Should().MatchRegex("^[A-Za-z0-9]{16}$").And.MatchRegex("[A-Z]").And.MatchRegex("[0-9]");
        string[] fields = Hash(here).Split('$');
        fields[1].Should().Be("6");
        ForeignTool.Run("openssl", "passwd", "-6", "-salt", fields[2], "--", password).Exits(0).Output.TrimEnd('\n').Should().Be(Hash(here));
        Mlc.Run(here.Path, "cat", "out/platform-latest", "etc/shadow").Output.Should().Be($"root:{Hash(here)}:6445::::::\n");
    }

    [FactNeeding("openssl")]
    public void The_given_one_opens_it_as_well()
    {
        using TemporaryFolder here = Written("""

            [password]
            hash = "sha-256"
            """);

        Link(here, "-p", "open: $esame 'x'").Exits(0);

        Kept(here).Should().Be("open: $esame 'x'");
        string[] fields = Hash(here).Split('$');
        fields[1].Should().Be("5");
        ForeignTool.Run("openssl", "passwd", "-5", "-salt", fields[2], "--", "open: $esame 'x'").Exits(0).Output.TrimEnd('\n').Should().Be(Hash(here));
    }

    [FactNeeding("sh")]
    public void Nobody_else_can_read_what_is_kept()
    {
        using TemporaryFolder here = Written();

        Mlc.In(here.Path, "link", "-o", "out", "-p", "secret", "--ignore", "MLC3006").WithUmask("000").Run().Exits(0);

        File.GetUnixFileMode(here.At(Stash)).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        ForeignTool.RunIn(here.Path, "tar", "tvzf", "out/platform-latest.tgz").Lines.Should().ContainSingle(line => line.EndsWith("root.password", StringComparison.Ordinal)).Which.Should().StartWith("-rw------- ");
        Mlc.Run(here.Path, "ls", "-l", "out/platform-latest", "etc/shadow").Output.Should().StartWith("-r--------   1     0     3 ", "the group of the manifest stays");
    }

    [Fact]
    public void Two_links_with_a_given_one_are_equal()
    {
        using TemporaryFolder here = Written();
        here.Write("root.password", "secret\nthe second line does not matter\n");

        Link(here, "-p", "secret").Exits(0);
        byte[] archive = File.ReadAllBytes(here.At("out/platform-latest.tgz"));
        Link(here, "--root-password-file", "root.password", "-j", "1").Exits(0);

        File.ReadAllBytes(here.At("out/platform-latest.tgz")).Should().Equal(archive);
    }

    [Fact]
    public void Two_links_with_one_from_chance_differ_in_it_alone()
    {
        using TemporaryFolder here = Written();

        Link(here).Exits(0);
        (string password, string[] spec) = (Kept(here), Spec(here));
        Link(here).Exits(0);

        Kept(here).Should().NotBe(password);
        string[] differences = [.. Spec(here).Except(spec, StringComparer.Ordinal)];
        differences.Where(line => !line.StartsWith("./usr.lgz ", StringComparison.Ordinal)).Should().HaveCount(2).And.OnlyContain(line => line.StartsWith("./etc/shadow ", StringComparison.Ordinal) || line.StartsWith("./usr/share/smartos/manifest ", StringComparison.Ordinal));
        Mlc.Run(here.Path, "verify", "out/platform-latest").Exits(0);
    }

    [Fact]
    public void None_is_kept_where_none_is_set()
    {
        using TemporaryFolder here = Written("""

            [password]
            root = "none"
            """);

        Link(here).Exits(0).Said.Should().NotContain("root.password");

        Path.Exists(here.At(Stash)).Should().BeFalse();
        Mlc.Run(here.Path, "cat", "out/platform-latest", "etc/shadow").Output.Should().Be("root:NP:6445::::::\n");
        Link(here, "--root-password", "random").Exits(0).Output.Should().Contain("root.password");
        Hash(here).Should().StartWith("$6$", "the command line counts more");
    }

    [Fact]
    public void It_is_in_no_other_file_and_no_message()
    {
        using TemporaryFolder here = Written();

        Outcome outcome = Link(here, "-p", "my5ecret", "--time", "-v").Exits(0);

        outcome.Said.Should().NotContain("my5ecret");
        foreach (string file in new[] { $"{SmallPlatform.Name}.log", $"{SmallPlatform.Name}.spec", "gitstatus.json" })
            File.ReadAllText(here.At($"out/{file}")).Should().NotContain("my5ecret");
        Mlc.Run(here.Path, "link", "-o", "never", "-p", "my5ecrét").Exits(2).Said.Should().NotContain("5ecr").And.Contain("not ASCII");
        Directory.Exists(here.At("never")).Should().BeFalse();
    }

    [Fact]
    public void An_image_without_a_place_for_it_is_not_linked()
    {
        using TemporaryFolder here = Written();
        here.Write("proto/etc/shadow", "daemon:NP:6445::::::\n");

        Link(here).Exits(1).Output.Should().Contain("error[MLC4014]: root cannot get a password: 'etc/shadow' has no line for root");
        Directory.Exists(here.At("out")).Should().BeFalse();

        Link(here, "--fail-on", "never").Exits(0);
        Path.Exists(here.At(Stash)).Should().BeFalse("a password that opens nothing is not kept");
    }

    private static TemporaryFolder Written(string more = "")
    {
        TemporaryFolder here = new();
        SmallPlatform.Write(here, workspace: SmallPlatform.Workspace + more);
        return here;
    }

    private static Outcome Link(TemporaryFolder here, params string[] more) => Mlc.Run(here.Path, ["link", "-o", "out", "--ignore", "MLC3006", .. more]);

    private static string Kept(TemporaryFolder here) => File.ReadAllText(here.At(Stash)).TrimEnd('\n');

    private static string Hash(TemporaryFolder here) => Mlc.Run(here.Path, "cat", "out/platform-latest", "etc/shadow").Exits(0).Output.Split(':')[1];

    private static string[] Spec(TemporaryFolder here) => File.ReadAllLines(here.At($"out/{SmallPlatform.Name}.spec"));
}
