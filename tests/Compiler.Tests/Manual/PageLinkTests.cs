using System.Text;
using CsCheck;
using ManifestLinker.Compiler.Manual;

namespace ManifestLinker.Compiler.Tests.Manual;

public sealed class PageLinkTests
{
    [Theory]
    [InlineData(".so man1/list.1\n", "man1/list.1")]
    [InlineData(".so man1/list.1", "man1/list.1")]
    [InlineData("'\\\" te\n.\\\" Copyright\n\n.so\tman3c/tss.3c  extra\r\n", "man3c/tss.3c")]
    [InlineData(".TH LS 1\n.so man1/none.1\n", null)]
    [InlineData(".sox man1/list.1\n", null)]
    [InlineData(".so\n", null)]
    [InlineData(".so \n", null)]
    [InlineData("text .so man1/list.1\n", null)]
    [InlineData("", null)]
    public void The_first_request_tells(string page, string? target) => PageLink.TargetOf(Encoding.UTF8.GetBytes(page)).Should().Be(target);

    [Fact]
    public void Any_bytes_are_a_page()
    {
        byte[][] pieces = [".so "u8.ToArray(), "man1/x.1"u8.ToArray(), "\n"u8.ToArray(), "'\\\" te\n"u8.ToArray(), [0], [0xff, 0xfe]];
        Gen<byte[]> piece = Gen.OneOf(Gen.Int[0, pieces.Length - 1].Select(i => pieces[i]), Gen.Byte.Array[0, 4]);
        piece.Array[0, 12].Select(parts => parts.SelectMany(part => part).ToArray()).Sample(page =>
        {
            string? target = PageLink.TargetOf(page);
            Assert.True(target is null || (target.Length > 0 && !target.AsSpan().ContainsAny(" \t\n")));
        });
    }
}
