using CsCheck;
using ManifestLinker.Compiler.RunTimeLinker;

namespace ManifestLinker.Compiler.Tests.RunTimeLinker;

public sealed class SearchListTests
{
    private static readonly string[] Pieces =
        ["$ORIGIN", "${ORIGIN}", "$LIB", "$ISALIST", "$PLATFORM", "$HWCAP", "$", "{", "/", ":", ";", "..", "lib", "ORIGIN"];

    private static readonly Gen<string> AnyText = Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]).Array[0, 9].Select(string.Concat);

    [Theory]
    [InlineData("", "")]
    [InlineData("/a", "/a")]
    [InlineData("/a:/b;/c", "/a|/b|/c")]
    [InlineData(":/a", ".|/a")]
    [InlineData("/a:", "/a|.")]
    [InlineData("/a::/b", "/a|.|/b")]
    [InlineData(":", ".|.")]
    [InlineData("/a;", "/a")]
    [InlineData("/a;;/b", "/a|/b")]
    [InlineData("/a;:/b", "/a|.|/b")]
    [InlineData("$ORIGIN/../lib", "/opt/x/bin/../lib")]
    [InlineData("$ORIGINAL", "/opt/x/binAL")]
    [InlineData("${ORIGIN}/lib:$LIB", "${ORIGIN}/lib|$LIB")]
    [InlineData("/p/$PLATFORM/$MACHINE/$OSNAME/$OSREL", "/p/i86pc/i86pc/SunOS/5.11")]
    [InlineData("/a/$ISALIST", "/a/amd64|/a/i386")]
    [InlineData("/a/$ISALIST/$ISALIST:/b", "-|/b")]
    [InlineData("/a/$CAPABILITY:/b/$HWCAP:/c", "-|-|/c")]
    [InlineData("/a$", "/a$")]
    [InlineData("$$ORIGIN", "$/opt/x/bin")]
    public void It_comes_to_the_directories_the_linker_looks_in(string text, string directories) =>
        string.Join('|', SearchList.Parse(text).Expand("/opt/x/bin", TokenValues.I86Pc with { InstructionSets = ["amd64", "i386"] }).Select(path => path.Path ?? "-"))
            .Should().Be(directories);

    [Theory]
    [InlineData("${ORIGIN}/$LIB", "/opt/x/bin/lib64")]
    [InlineData("$ORIGINAL;$LIB_;${LIB", "$ORIGINAL;$LIB_;${LIB")]
    [InlineData("$ORIGIN:$MACHINE", "/opt/x/bin|$MACHINE")]
    public void Glibc_reads_it_otherwise(string text, string directories) =>
        string.Join('|', SearchList.Parse(text, PathSyntax.Gnu).Expand("/opt/x/bin", TokenValues.I86Pc with { Library = "lib64" }).Select(path => path.Path))
            .Should().Be(directories);

    [Fact]
    public void A_capability_may_be_the_last_component_of_a_filter()
    {
        string[] paths = ["/a/$CAPABILITY", "/a/$HWCAP", "/a/$HWCAP/b", "$HWCAP", "/a/x$HWCAP"];
        paths.Select(path => SearchList.Parse(path).Segments[0])
            .Select(segment => TokenValues.I86Pc.Expand(segment, "/", capabilities: true).Single().Path)
            .Should().Equal("/a/", "/a/", null, null, null);
    }

    [Theory]
    [InlineData("lib", true)]
    [InlineData("", true)]
    [InlineData("/lib", false)]
    [InlineData("$ORIGIN/lib", false)]
    [InlineData("x$ORIGIN", true)]
    [InlineData("$PLATFORM/lib", true)]
    [InlineData("${ORIGIN}/lib", true)]
    public void A_relative_one_is_told(string segment, bool isRelative) => SearchList.Parse(segment + ":").Segments[0].IsRelative.Should().Be(isRelative);

    [Theory]
    [InlineData("${ORIGIN}/$LIB", "${ORIGIN} $LIB")]
    [InlineData("$ORIGIN/${PLATFORM}/$LIBX", "${PLATFORM}")]
    [InlineData("$PLATFORM", "")]
    public void What_only_glibc_replaces_is_told(string segment, string tokens) =>
        string.Join(' ', SearchList.Parse(segment).Segments[0].ForeignTokens.Select(token => segment.Substring(token.Start, token.Length))).Should().Be(tokens);

    [Fact]
    public void Its_segments_and_what_parts_them_are_the_text() => AnyText.Sample(text =>
    {
        var read = SearchList.Parse(text);
        string again = string.Concat(read.Segments.Select(s => s.Text + (s.Start + s.Text.Length < text.Length ? text[s.Start + s.Text.Length].ToString() : "")));
        again.Should().Be(text);
        read.Segments.All(segment => text.Substring(segment.Start, segment.Text.Length) == segment.Text).Should().BeTrue();
    });

    [Fact]
    public void Tokens_do_not_overlap_and_what_is_none_stays() => AnyText.Sample(text =>
    {
        foreach (SearchSegment segment in SearchList.Parse(text).Segments)
        {
            int end = 0;
            foreach (FoundToken token in segment.Tokens)
            {
                token.Start.Should().BeGreaterThanOrEqualTo(end);
                segment.Text[token.Start].Should().Be('$');
                end = token.Start + token.Length;
            }
            end.Should().BeLessThanOrEqualTo(segment.Text.Length);
            ExpandedPath[] paths = [.. TokenValues.I86Pc.Expand(segment, "/x")];
            if (segment.Tokens.Count == 0 && !segment.IsEmpty) paths.Single().Path.Should().Be(segment.Text);
            paths.All(path => path.Path is null == path.Obstacle is not null).Should().BeTrue();
        }
    });
}
