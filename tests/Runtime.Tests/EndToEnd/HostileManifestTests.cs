using System.Text;
using ManifestLinker.Testing;

namespace ManifestLinker.Runtime.Tests.EndToEnd;

/// <summary>Whatever bytes a manifest has, and whatever stands where one should be: findings or one clear line, and soon.</summary>
public class HostileManifestTests
{
    public static TheoryData<string, byte[], string> Bytes() => new()
    {
        { "a NUL", "d a 0755 root bin\nf a\0b 0644 root bin\n"u8.ToArray(), "m:2:4: error MLC1013" },
        { "no UTF-8", [.. "f "u8, 0xff, 0xfe, .. " 0644 root bin\n"u8], "m:1:3: error MLC1013" },
        { "a long line", [.. "f "u8, .. Enumerable.Repeat((byte)'a', 1_000_000), .. " 0644 root bin\n"u8], "m:1:3: error MLC1020" },
        { "a long word of the wrong kind", [.. Enumerable.Repeat((byte)'z', 1_000_000), (byte)'\n'], "m:1:1: error MLC1001" },
        { "a mark of byte order", [0xef, 0xbb, 0xbf, .. "f a 0644 root bin\n"u8], "m:1:1: error MLC1001" },
        { "UTF-16", Encoding.Unicode.GetBytes("f a 0644 root bin\n"), "m:1:" },
        { "an ELF object", [0x7f, (byte)'E', (byte)'L', (byte)'F', 2, 1, 1, 0, .. Enumerable.Repeat((byte)0, 4096)], "m:1:1: error MLC1001" },
        { "any bytes", [.. Enumerable.Range(0, 60_000).Select(n => (byte)(n * 2654435761L >> 13))], ": error MLC1001" },
    };

    [Theory]
    [MemberData(nameof(Bytes))]
    public void Any_bytes_are_answered_with_findings(string name, byte[] bytes, string expected)
    {
        using TemporaryFolder here = new();
        here.Write("m", bytes);

        Outcome outcome = Mlc.Run(here.Path, "check", "m", "--format", "concise").Exits(1);

        outcome.Output.Should().Contain(expected, name);
        Answers(outcome);
        outcome.Output.Count(character => char.IsControl(character) && character is not '\n').Should().Be(0, "a terminal must not obey a manifest");
    }

    [Fact]
    public void A_finding_does_not_repeat_a_line_of_a_megabyte()
    {
        using TemporaryFolder here = new();
        here.Write("m", "q " + new string('a', 1_000_000) + "\nf " + new string('b', 1_000_000) + "\n");

        Mlc.Run(here.Path, "check", "m").Exits(1).Output.Length.Should().BeLessThan(10_000);
    }

    [Fact]
    public void An_empty_manifest_has_no_faults()
    {
        using TemporaryFolder here = new();
        here.Write("m", "");

        Mlc.Run(here.Path, "check", "m", "--format", "concise").Exits(0).Output.Should().BeEmpty();
    }

    [Fact]
    public void A_missing_manifest_is_named()
    {
        using TemporaryFolder here = new();

        foreach (string[] command in new[] { new[] { "check", "absent" }, ["merge", "absent"], ["link", "-m", "absent", "."] })
        {
            Outcome outcome = Mlc.Run(here.Path, command).Exits(3);
            outcome.Errors.Should().Be("mlc: absent: no such file or directory\n");
            outcome.Output.Should().BeEmpty();
        }
        here.Listing().Should().BeEmpty();
    }

    [Fact]
    public void A_directory_stands_for_its_files_in_order_without_those_with_a_dot()
    {
        using TemporaryFolder here = new();
        here.Write("d/b", "f a 0600 root bin\n");
        here.Write("d/a", "f a 0644 root bin\n");
        here.Write("d/.hidden", "what is this\n");

        Mlc.Run(here.Path, "check", "d", "--format", "concise").Exits(1).Lines.Should().ContainSingle()
            .Which.Should().StartWith("d/b:1:5: error MLC2002");
    }

    [Fact]
    public void An_empty_directory_is_no_manifest()
    {
        using TemporaryFolder here = new();
        Directory.CreateDirectory(here.At("d"));

        Outcome outcome = Mlc.Run(here.Path, "check", "d");

        outcome.Status.Should().BeOneOf(2, 3);
        outcome.Errors.Should().Contain("d", "it was named").And.NotContain("no mlc.toml");
    }

    [FactNeeding("another user")]
    public void An_unreadable_manifest_is_named()
    {
        using TemporaryFolder here = new();
        File.SetUnixFileMode(here.Write("m", "f a 0644 root bin\n"), UnixFileMode.None);

        Outcome outcome = Mlc.In(here.Path, "check", "m").Unprivileged().Run().Exits(3);

        outcome.Errors.Should().StartWith("mlc: m: ").And.MatchRegex("(?i)permission");
        Answers(outcome);
    }

    /// <summary>Nothing of the insides of the program may show.</summary>
    private static void Answers(Outcome outcome)
    {
        foreach (string sign in new[] { "Exception", "   at ", "System.", "Unhandled" }) outcome.Errors.Should().NotContain(sign);
    }
}
