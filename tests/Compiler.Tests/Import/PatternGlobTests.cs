using System.Text.RegularExpressions;
using CsCheck;
using ManifestLinker.Compiler.Import.Exceptions;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Resolve;

namespace ManifestLinker.Compiler.Tests.Import;

public class PatternGlobTests
{
    // Each of these can be said exactly.
    public static TheoryData<string, string> Patterns() => new()
    {
        { "^usr/lib/libc/", "usr/lib/libc/**" },
        { "^a/b$", "a/b" },
        { "^a/b", "a/b* a/b*/**" },
        { "b$", "**/*b" },
        { "^a/MACH(b)/c$", "a/b/amd64/c a/b/c" },
        { "^a/.*/MACH(b)/a$", "a/*/**/b/a a/*/**/b/amd64/a" },
        { "^a/b.*/c$", "a/b*/**/c" },
        { "^a/.*b/c$", "a/**/*b/c" },
        { "^a/b.*c$", "a/b*/**/*c a/b*c" },
        { "^a/[^/]*/c$", "a/*/c" },
        { "^a/b[a-c]$", "a/ba a/bb a/bc" },
        { "^a/(b|ca)/c?$", "a/b/c a/ca/c" },
        { "^a/[^/]+\\.c$", "a/?*.c" },
        { "^a/b\\.c$", "a/b.c" },
        { "^.*$", "**" },
    };

    [Theory]
    [MemberData(nameof(Patterns))]
    public void Globs_fit_what_the_pattern_fits(string pattern, string expected)
    {
        IReadOnlyList<string> globs = PatternGlobs.Of(pattern, "amd64", out string? obstacle);
        obstacle.Should().BeNull();
        string.Join(' ', globs).Should().Be(expected);
        PathGlob[] ours = [.. globs.Select(glob => new PathGlob(glob))];
        var theirs = new Regex(Regex.Replace(pattern, @"MACH\((\w+)\)", "$1(/amd64)?"));
        string[] parts = ["a", "b", "c", "ba", "bc", "ca", "b.c", "amd64"];
        Gen.Int[0, parts.Length - 1].Select(at => parts[at]).Array[1, 6].Select(names => string.Join('/', names)).Sample(
            path => Array.Exists(ours, glob => glob.Matches(ImagePath.Parse(path))).Should().Be(theirs.IsMatch(path), path), iter: 3000);
    }

    [Theory]
    [InlineData("^a.b$", "a?b")]
    public void A_dot_by_itself_stays_within_a_name(string pattern, string expected) =>
        PatternGlobs.Of(pattern, "amd64", out _).Should().Equal(expected);

    [Theory]
    [InlineData("a(?=b)", "a group with conditions")]
    [InlineData("[1-3]+", "a repetition of something")]
    [InlineData("a\\b", "a '\\b'")]
    [InlineData("a|b", "a choice outside")]
    [InlineData("(a", "without its partner")]
    [InlineData("a)", "without its partner")]
    [InlineData("[a", "without its partner")]
    [InlineData("a{2}", "a count in braces")]
    [InlineData("a\\", "a backslash at its end")]
    [InlineData("*", "at this place")]
    [InlineData("a.*?b", "greedy or lazy")]
    [InlineData("a\\*b", "the character '*'")]
    [InlineData("[a-z][a-z]", "more than 64 choices")]
    [InlineData(".*.*.*.*.*", "no more than 4 '**'")]
    [InlineData("^/", "fits no path")]
    public void What_globs_cannot_say_has_a_reason(string pattern, string why)
    {
        PatternGlobs.Of(pattern, "amd64", out string? obstacle).Should().BeEmpty();
        obstacle.Should().Contain(why);
    }

    [Fact]
    public void Any_pattern_has_globs_or_a_reason() => Gen.String[Gen.Char["a/.*+?()[]|\\^$-{}MACH(b)"], 0, 40].Sample(pattern =>
        (PatternGlobs.Of(pattern, "amd64", out string? obstacle).Count > 0).Should().Be(obstacle is null), iter: 20_000);
}
