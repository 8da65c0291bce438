using System.Text;
using ManifestLinker.Runtime.Tests.EndToEnd.Platforms;
using ManifestLinker.Testing;

namespace ManifestLinker.Runtime.Tests.EndToEnd;

/// <summary>A difference between an image and what it should be is found, named, and fails the run.</summary>
public class VerifyTests(LinkedPlatform linked) : IClassFixture<LinkedPlatform>
{
    [Theory]
    [InlineData("./usr/bin/su type=file mode=04555", "./usr/bin/su type=file mode=0555", "MLC9004 changed-mode", "usr/bin/su")]
    [InlineData("./tmp type=dir mode=01777", "./tmp type=dir mode=0777", "MLC9004 changed-mode", "tmp")]
    [InlineData("./etc/shadow type=file mode=0400 uid=0 gid=3", "./etc/shadow type=file mode=0400 uid=0 gid=0", "MLC9005 changed-owner", "etc/shadow")]
    [InlineData("./etc/motd type=file mode=0644 uid=0", "./etc/motd type=file mode=0644 uid=4", "MLC9005 changed-owner", "etc/motd")]
    [InlineData("./etc/libc type=link", "./etc/libc type=file", "MLC9006 changed-type", "etc/libc")]
    [InlineData("link=../usr/lib/libc.so", "link=../usr/lib/libc.so.1", "MLC9007 changed-target", "etc/libc")]
    [InlineData("./etc/motd ", "./etc/issue ", "MLC9001 missing", "etc/issue")]
    [InlineData("./etc/motd ", "./etc/issue ", "MLC9002 extra", "etc/motd")]
    [InlineData("nlink=3 md5digest", "nlink=2 md5digest", "MLC9008 changed-nlink", "usr/bin/[")]
    public void A_listing_that_differs_is_told(string was, string now, string rule, string path)
    {
        using TemporaryFolder here = new();
        string spec = File.ReadAllText(linked.Spec);
        spec.Should().Contain(was);
        here.Write("spec", spec.Replace(was, now, StringComparison.Ordinal));

        Outcome outcome = Mlc.Run(here.Path, "verify", linked.Platform, "--spec", "spec", "--format", "concise").Exits(1);

        (string id, string name) = (rule.Split(' ')[0], rule.Split(' ')[1]);
        outcome.Lines.Should().Contain(line => line.Contains($" {id} ", StringComparison.Ordinal) && line.EndsWith($"[{name}]", StringComparison.Ordinal) && line.Contains(path, StringComparison.Ordinal));
    }

    [Fact]
    public void One_changed_byte_is_found_by_every_listing_and_by_the_hash()
    {
        using TemporaryFolder here = new();
        string platform = Copy(here);
        Patch(Path.Combine(platform, "i86pc/amd64/boot_archive"), "the one of the overlay\n", "the one of the Overlay\n");

        Mlc.Run(here.Path, "verify", platform, "--format", "concise").Exits(1).Output
            .Should().Contain("MLC9011").And.MatchRegex("MLC9003 .*etc/motd");
        Mlc.Run(here.Path, "verify", Path.Combine(platform, "i86pc/amd64/boot_archive"), "--spec", linked.Spec, "--format", "concise").Exits(1).Lines
            .Should().ContainSingle(line => line.Contains("MLC9003", StringComparison.Ordinal)).Which.Should().Contain("etc/motd");
        Mlc.Run(here.Path, "verify", Path.Combine(platform, "i86pc/amd64/boot_archive"), "--md5", linked.Archive + ".manifest", "--format", "concise").Exits(1).Lines
            .Should().ContainSingle(line => line.Contains("MLC9003", StringComparison.Ordinal)).Which.Should().Contain("etc/motd");
    }

    [Fact]
    public void A_kernel_that_is_another_than_that_of_the_image_is_told()
    {
        using TemporaryFolder here = new();
        string platform = Copy(here);
        Patch(Path.Combine(platform, "i86pc/kernel/amd64/unix"), "the kernel", "thy kernel");

        Mlc.Run(here.Path, "verify", platform, "--format", "concise").Exits(1).Output.Should().Contain("MLC9018");
    }

    [Fact]
    public void An_MD5_list_that_differs_is_told()
    {
        using TemporaryFolder here = new();
        string[] lines = File.ReadAllLines(linked.Archive + ".manifest");
        here.Write("md5", string.Join('\n', ["0123456789abcdef0123456789abcdef  ./etc/motd", .. lines.Where(line => !line.EndsWith("/motd", StringComparison.Ordinal)), "0123456789abcdef0123456789abcdef  ./etc/gone"]) + "\n");

        string output = Mlc.Run(here.Path, "verify", linked.Platform, "--md5", "md5", "--format", "concise").Exits(1).Output;

        output.Should().MatchRegex("MLC9003 .*etc/motd").And.MatchRegex("MLC9001 .*etc/gone");
    }

    [Fact]
    public void What_a_listing_lacks_is_a_warning_that_fails_the_run()
    {
        using TemporaryFolder here = new();
        here.Write("spec", string.Join('\n', File.ReadAllLines(linked.Spec).Where(line => !line.StartsWith("./etc/motd", StringComparison.Ordinal))) + "\n");

        Mlc.Run(here.Path, "verify", linked.Platform, "--spec", "spec", "--format", "concise").Exits(1).Output.Should().MatchRegex("warning MLC9002 .*etc/motd");
        Mlc.Run(here.Path, "verify", linked.Platform, "--spec", "spec", "--fail-on", "error").Exits(0);
    }

    [Theory]
    [InlineData("#mtree\n./etc/motd type=file mode=banana\n", 2)]
    [InlineData("#mtree\n\n./etc/motd type=banana\n", 3)]
    [InlineData("#mtree\n./etc/motd uid=-1\n", 2)]
    [InlineData("#mtree\n./etc/motd size=12345678901234567890123\n", 2)]
    [InlineData("./etc/motd md5=xyz\n", 1)]
    public void A_listing_that_cannot_be_read_is_told_with_its_line(string listing, int line)
    {
        using TemporaryFolder here = new();
        here.Write("spec", listing);

        Mlc.Run(here.Path, "verify", linked.Platform, "--spec", "spec", "--format", "concise").Exits(1).Lines
            .Should().Contain(finding => finding.Contains("error MLC9016", StringComparison.Ordinal) && finding.Contains($"spec:{line}:", StringComparison.Ordinal));
    }

    [Fact]
    public void A_listing_that_is_not_there_is_named() =>
        Mlc.Run("/", "verify", linked.Platform, "--spec", "/nonexistent/spec").Exits(3).Errors.Should().Be("mlc: /nonexistent/spec: no such file or directory\n");

    private string Copy(TemporaryFolder here)
    {
        ForeignTool.RunIn(here.Path, "cp", "-R", "--sparse=always", linked.Platform, "platform");
        return here.At("platform");
    }

    private static void Patch(string file, string was, string now)
    {
        byte[] bytes = File.ReadAllBytes(file);
        int at = bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(was));
        at.Should().BeGreaterThanOrEqualTo(0);
        Encoding.UTF8.GetBytes(now).CopyTo(bytes, at);
        File.WriteAllBytes(file, bytes);
    }
}
