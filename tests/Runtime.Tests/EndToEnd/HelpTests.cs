using ManifestLinker.Testing;

namespace ManifestLinker.Runtime.Tests.EndToEnd;

/// <summary>Who asks how a command is called is told, with an example, and needs none of its arguments.</summary>
public class HelpTests
{
    [Theory]
    [InlineData("check")]
    [InlineData("cat")]
    [InlineData("extract")]
    [InlineData("scan")]
    [InlineData("import")]
    [InlineData("import ips")]
    [InlineData("import mtree")]
    [InlineData("import-exceptions")]
    public void Every_command_has_help_with_an_example(string command)
    {
        string[] words = command.Split(' ');

        Outcome help = Mlc.Run("/", ["help", .. words]).Exits(0);

        help.Output.Should().MatchRegex($@"Usage:\s+mlc {command}\b").And.MatchRegex(@"Example:\s+\S.*\bmlc |Example:\s+mlc ");
        Mlc.Run("/", [.. words, "--help"]).Exits(0).Output.Should().Be(help.Output);
    }
}
