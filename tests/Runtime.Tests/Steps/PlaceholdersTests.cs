using ManifestLinker.Runtime.Steps;

namespace ManifestLinker.Runtime.Tests.Steps;

public class PlaceholdersTests
{
    private static readonly Dictionary<string, string> Values = new(StringComparer.Ordinal) { ["ROOT"] = "/r", ["OUT"] = "/o" };

    [Theory]
    [InlineData("", "")]
    [InlineData("$ROOT", "/r")]
    [InlineData("$ROOT$OUT", "/r/o")]
    [InlineData("--root=$ROOT/etc", "--root=/r/etc")]
    [InlineData("$ROOTS", "$ROOTS")]
    [InlineData("$", "$")]
    [InlineData("$$ROOT", "$/r")]
    [InlineData("a$1b$OUT$", "a$1b/o$")]
    public void A_name_is_as_long_as_it_can_be(string word, string expanded) => Placeholders.Expand(word, Values).Should().Be(expanded);

    [Fact]
    public void Names_are_told_from_left_to_right() => Placeholders.In("x$OUT/$HOME$ROOT $1 $").Should().Equal("OUT", "HOME", "ROOT");
}
