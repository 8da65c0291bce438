using ManifestLinker.Grammar.Tests.Syntax;

namespace ManifestLinker.Grammar.Tests.Parsing;

public class ConflictMarkerTests
{
    [Theory]
    [InlineData("<<<<<<< HEAD", "bad: marker <<<<<<<, label HEAD")]
    [InlineData("||||||| merged common ancestors ", "bad: marker |||||||, label merged common ancestors")]
    [InlineData("=======", "bad: marker =======")]
    [InlineData("=======\r\n", "bad: marker =======")]
    [InlineData(">>>>>>>\tOS-8243: #fix", "bad: marker >>>>>>>, label OS-8243: #fix")]
    [InlineData(" =======", "bad: marker =======")]
    public void Seven_of_a_kind_are_a_marker(string line, string outline) => Outline.Of(line).Should().Be(outline);

    [Theory]
    [InlineData("<<<<<<", "bad: kind <<<<<<")]
    [InlineData("========", "bad: kind ========")]
    [InlineData("<<<<<<=", "bad: kind <<<<<<=")]
    [InlineData("<<<<<<<HEAD", "bad: kind <<<<<<<HEAD")]
    [InlineData("-------", "bad: kind -------")]
    [InlineData("# =======", "comment # =======")]
    [InlineData("f ======= 0644 root bin", "kind f, path =======, mode 0644, owner root, group bin")]
    public void Anything_else_is_none(string line, string outline) => Outline.Of(line).Should().Be(outline);
}
