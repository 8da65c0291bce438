using ManifestLinker.Testing;

namespace ManifestLinker.Runtime.Tests.EndToEnd;

/// <summary>Escape sequences reach a terminal, or whoever asks for them, and nobody else.</summary>
public class ColourTests
{
    [Theory]
    [InlineData(false, null, null, null)]
    [InlineData(false, "auto", null, null)]
    [InlineData(true, "always", null, null)]
    [InlineData(true, null, null, "1")]
    [InlineData(false, null, null, "0")]
    [InlineData(false, "never", null, "1")]
    [InlineData(true, "always", "1", null)]
    [InlineData(false, "auto", "1", "1")]
    public void Colours_only_where_asked(bool coloured, string? option, string? noColor, string? force)
    {
        using TemporaryFolder here = new();
        here.Write("m", "x bad\n");
        string[] arguments = ["check", "m", "--no-resolve", .. option is null ? [] : new[] { "--color", option }];

        Outcome outcome = Mlc.In(here.Path, arguments).With("NO_COLOR", noColor).With("CLICOLOR_FORCE", force).Run().Exits(1);

        outcome.Said.Contains('\e').Should().Be(coloured);
    }

    [Fact]
    public void Machine_formats_are_never_coloured()
    {
        using TemporaryFolder here = new();
        here.Write("m", "x bad\n");

        Outcome json = Mlc.Run(here.Path, "check", "m", "--no-resolve", "--color", "always", "--format", "json", "--output", "human=h.txt", "--output", "json=j.json");

        json.Exits(1).Output.Should().NotContain("\e");
        File.ReadAllText(here.At("h.txt")).Should().NotContain("\e");
        File.ReadAllText(here.At("j.json")).Should().Be(json.Output);
    }
}
