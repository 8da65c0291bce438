using ManifestLinker.Testing;

namespace ManifestLinker.Runtime.Tests.EndToEnd;

/// <summary>
/// An archive from anywhere is looked into, proved, compared and unpacked with a clear answer, in bounded time and room, and nothing is
/// ever written but below the folder that was named.
/// </summary>
public class HostileImageTests
{
    [Theory]
    [InlineData("a name with '..'", true)]
    [InlineData("a name with '..' later", true)]
    [InlineData("a file behind a link", true)]
    [InlineData("a hard link out", true)]
    [InlineData("a hard link to the top", true)]
    [InlineData("a file of 2^62 bytes", true)]
    [InlineData("packed five times", true)]
    [InlineData("names from the top", false)]
    [InlineData("a link out", false)]
    [InlineData("a file over a link", false)]
    [InlineData("thirty thousand names", false)]
    public void Every_command_ends_with_a_clear_answer_and_writes_nowhere_else(string name, bool isRefused)
    {
        using TemporaryFolder elsewhere = new();
        using TemporaryFolder here = new();
        here.Write("image", name switch
        {
            "a name with '..'" => HostileArchive.Climbing(),
            "a name with '..' later" => HostileArchive.ClimbingLater(),
            "a file behind a link" => HostileArchive.ThroughLink(elsewhere.Path),
            "a hard link out" => HostileArchive.HardLinkOut(),
            "a hard link to the top" => HostileArchive.HardLinkToTop(),
            "a file of 2^62 bytes" => HostileArchive.Hollow(),
            "packed five times" => HostileArchive.Packed(HostileArchive.AbsoluteNames(), 5),
            "names from the top" => HostileArchive.AbsoluteNames(),
            "a link out" => HostileArchive.LinkOut(elsewhere.Path),
            "a file over a link" => HostileArchive.OverLink(elsewhere.Path),
            _ => HostileArchive.Packed(HostileArchive.ManyNames(30_000), 1),
        });
        foreach (string[] command in Commands().Append(["audit", "image", "--fail-on", "never"]))
        {
            Outcome outcome = Mlc.Run(here.Path, command);
            outcome.Status.Should().Be(isRefused ? 3 : 0, $"{name}, {command[0]}: {outcome.Said[..Math.Min(500, outcome.Said.Length)]}");
            if (isRefused) IsOneClearLine(outcome, name);
        }
        elsewhere.Listing().Should().BeEmpty();
        here.Listing().Should().OnlyContain(path => path == "image" || path == "out" || path.StartsWith("out/", StringComparison.Ordinal));
        if (isRefused) here.Listing().Should().Equal("image");
        File.Exists("/tmp/mlc-hostile").Should().BeFalse();
        File.Exists("/etc/mlc-hostile").Should().BeFalse();
    }

    [Fact]
    public void A_name_that_no_file_system_takes_can_be_looked_at_and_not_unpacked()
    {
        using TemporaryFolder here = new();
        here.Write("image", HostileArchive.LongName());

        foreach (string[] command in Commands()[..3]) Mlc.Run(here.Path, command).Exits(0);
        IsOneClearLine(Mlc.Run(here.Path, Commands()[3]).Exits(3), "a long name");
        here.Listing().Should().Equal("image");
    }

    [Fact]
    public void What_holds_more_than_the_limit_is_refused_as_soon_as_that_is_known()
    {
        using TemporaryFolder here = new();
        here.Write("image", HostileArchive.Bomb(1L << 30));

        foreach (string[] command in Commands())
        {
            Outcome outcome = Mlc.Run(here.Path, [.. command, "--max-size", "64MiB"]).Exits(3);
            outcome.Errors.Should().Be("mlc: the gzip file holds more than 67108864 bytes\n");
        }
        here.Listing().Should().Equal("image");
        Mlc.Run(here.Path, "ls", "image", "--max-size", "many").Exits(2).Errors.Should().Contain("--max-size many: no size");
    }

    private static string[][] Commands() =>
        [["ls", "-R", "image"], ["verify", "image"], ["diff", "image", "image"], ["extract", "image", "-o", "out"]];

    private static void IsOneClearLine(Outcome outcome, string name)
    {
        outcome.Errors.Should().StartWith("mlc: ", name).And.EndWith("\n", name);
        outcome.Errors.Trim().Split('\n').Should().ContainSingle(name);
        outcome.Errors.Should().NotContainAny("Exception", "internal error", "   at ");
    }
}
