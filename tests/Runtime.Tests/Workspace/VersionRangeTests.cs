using CsCheck;
using ManifestLinker.Runtime.Workspace.Versions;

namespace ManifestLinker.Runtime.Tests.Workspace;

public class VersionRangeTests
{
    // The example of semver.org, section 11, and what surrounds it.
    private static readonly string[] Ascending =
    [
        "0.9.9", "1.0.0-alpha", "1.0.0-alpha.1", "1.0.0-alpha.beta", "1.0.0-beta", "1.0.0-beta.2", "1.0.0-beta.11", "1.0.0-rc.1", "1.0.0",
        "1.0.1", "1.2.0", "1.10.0", "2.0.0-0", "2.0.0",
    ];

    private static readonly string[] Pieces = [">=", "<=", ">", "<", "=", " ", ",", ".", "-", "+", "0", "1", "12", "rc", "^", "~", "*", "x"];

    [Fact]
    public void Versions_are_in_the_order_of_semver()
    {
        for (int x = 0; x < Ascending.Length; x++)
        {
            for (int y = 0; y < Ascending.Length; y++)
                Math.Sign(Version(Ascending[x]).OrderTo(Version(Ascending[y]))).Should().Be(x.CompareTo(y), "{0} and {1}", Ascending[x], Ascending[y]);
        }
    }

    [Theory]
    [InlineData(">=1.2, <2", "1.2.0 1.2.1 1.99.0", "1.1.9 1.2.0-rc.1 2.0.0 2.0.1")]
    [InlineData(">=1.2,<2", "1.2.0", "2.0.0")]
    [InlineData(" >= 1 ", "1.0.0 7.1.2", "0.9.0")]
    [InlineData("1.2.3", "1.2.3 1.2.3+build.7", "1.2.2 1.2.4 1.2.3-rc.1")]
    [InlineData("=1.2.3-rc.1", "1.2.3-rc.1", "1.2.3")]
    [InlineData(">1.2", "1.2.1", "1.2.0")]
    [InlineData("<=1.2", "1.2.0 1.1.0", "1.2.1")]
    public void A_range_contains_what_it_says(string range, string inside, string outside)
    {
        VersionRange parsed = VersionRange.Parse(range).Range!;

        foreach (string version in inside.Split(' ')) parsed.Contains(Version(version)).Should().BeTrue("{0} is in {1}", version, range);
        foreach (string version in outside.Split(' ')) parsed.Contains(Version(version)).Should().BeFalse("{0} is not in {1}", version, range);
        range.Should().MatchRegex(VersionRange.Pattern);
    }

    [Theory]
    [InlineData("", "lacks a version")]
    [InlineData(">=1.2,", "lacks a version")]
    [InlineData(">=", "lacks a version")]
    [InlineData("x", "has 'x', which is no version")]
    [InlineData(">=01", "has '01', which is no version")]
    [InlineData(">=1.2.3.4", "has '1.2.3.4', which is no version")]
    [InlineData(">=1.99999999999", "has '1.99999999999', which is no version")]
    [InlineData("1.2.3-", "has '1.2.3-', which is no version")]
    [InlineData("1.2.3+", "has '1.2.3+', which is no version")]
    [InlineData("1.2.3+a..b", "has '1.2.3+a..b', which is no version")]
    [InlineData("1.2.3-01", "has '1.2.3-01', which is no version")]
    [InlineData("^1.2", "has '^1.2', which is no version")]
    [InlineData("1.2", "has '1.2', and one version has three numbers")]
    [InlineData("=1", "has '=1', and one version has three numbers")]
    public void What_is_no_range_is_told(string text, string fault)
    {
        (VersionRange? range, string why) = VersionRange.Parse(text);

        range.Should().BeNull();
        why.Should().Be(fault);
    }

    [Fact]
    public void What_the_schema_refuses_is_no_range() => Check.Sample(
        Gen.Int[0, Pieces.Length - 1].Select(index => Pieces[index]).Array[0, 12].Select(string.Concat),
        text => VersionRange.Parse(text).Range is null
            || System.Text.RegularExpressions.Regex.IsMatch(text, VersionRange.Pattern, System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(5)),
        iter: 20_000);

    private static SemanticVersion Version(string text) => SemanticVersion.Parse(text)!;
}
