using System.Text;
using System.Text.RegularExpressions;
using CsCheck;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Resolve;

namespace ManifestLinker.Compiler.Tests.Resolve;

public sealed class PathGlobTests
{
    [Theory]
    [InlineData("dev/**", "dev/null", true)]
    [InlineData("dev/**", "dev/fd/2", true)]
    [InlineData("dev/**", "dev", false)]
    [InlineData("dev/**", "device", false)]
    [InlineData("**/core", "core", true)]
    [InlineData("**/core", "a/b/core", true)]
    [InlineData("**/core", "a/core/b", false)]
    [InlineData("a/**/b", "a/b", true)]
    [InlineData("a/**/b", "a/x/y/b", true)]
    [InlineData("**", "a/b", true)]
    [InlineData("**", "", false)]
    [InlineData("usr/*/x", "usr/a/x", true)]
    [InlineData("usr/*/x", "usr/a/b/x", false)]
    [InlineData("*.so.?", "libz.so.1", true)]
    [InlineData("*.so.?", "libz.so.10", false)]
    [InlineData("*.so.?", "lib/libz.so.1", false)]
    [InlineData("/etc/motd/", "etc/motd", true)]
    [InlineData("usr/bin/[", "usr/bin/[", true)]
    [InlineData("usr/bin/[ab]", "usr/bin/a", false)]
    [InlineData("A", "a", false)]
    public void Patterns_match(string pattern, string path, bool matches) =>
        new PathGlob(pattern).Matches(ImagePath.Parse(path)).Should().Be(matches);

    [Fact]
    public void Matching_is_that_of_a_regular_expression() => Gen.Select(
        Gen.OneOf("a", "b", "ab", "*", "?", "**", "a*", "*b", "?b", "a?*").Array[1, 5],
        Gen.OneOf("a", "b", "ab", "aab", "abb", "c").Array[1, 5]).Sample((parts, names) =>
        {
            string path = string.Join('/', names);
            new PathGlob(string.Join('/', parts)).Matches(ImagePath.Parse(path))
                .Should().Be(Regex.IsMatch(path, Translate(parts)), "{0} {1}", string.Join('/', parts), path);
        });

    [Fact]
    public void Many_stars_do_not_take_for_ever()
    {
        var glob = new PathGlob(string.Join('/', Enumerable.Repeat("**/a", 12)) + "/x");
        glob.Matches(ImagePath.Parse(string.Join('/', Enumerable.Repeat("a", 200)))).Should().BeFalse();
    }

    private static string Translate(string[] parts)
    {
        var text = new StringBuilder(@"\A");
        for (int i = 0; i < parts.Length; i++)
        {
            bool last = i == parts.Length - 1;
            if (parts[i] == "**") text.Append(last ? "[^/]+(/[^/]+)*" : "([^/]+/)*");
            else text.Append(Regex.Escape(parts[i]).Replace(@"\*", "[^/]*").Replace(@"\?", "[^/]")).Append(last ? "" : "/");
        }
        return text.Append(@"\z").ToString();
    }
}
