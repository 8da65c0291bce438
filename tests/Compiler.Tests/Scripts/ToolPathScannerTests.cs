using System.Text;
using System.Text.RegularExpressions;
using CsCheck;
using ManifestLinker.Compiler.Scripts;
using ManifestLinker.Compiler.Tests.Fixes;

namespace ManifestLinker.Compiler.Tests.Scripts;

/// <summary>The paths of programs in scripts are found wherever the pieces of the text end, and nothing makes the scanner fail.</summary>
public sealed partial class ToolPathScannerTests
{
    private static readonly string[] Directories = ["/opt/local/bin/", "/opt/local/sbin/"];

    private static readonly Gen<string> Piece = Gen.OneOf(
        "/opt/local/bin/", "/opt/local/bin/x", "/opt/local/sbin/", "/opt", "local", "bin", "y", " ", " ", "\n", "\n", "#", "/", "//", "/*", "*/", "*",
        "\"", "'", "\\", "$", "${R}", "$(", ")", ";", "=", ":", ".", "\0", "\r", "\u00e9");

    private static readonly Gen<byte[]> Text = Piece.Array[0, 40].Select(pieces => Encoding.UTF8.GetBytes("#!/bin/sh\n" + string.Concat(pieces)));

    [Theory]
    [InlineData("/opt/local/bin/x", "/opt/local/bin/x")]
    [InlineData("exec '/opt/local/bin/x' -d", "/opt/local/bin/x")]
    [InlineData("X=/opt/local/bin/x:/opt/local/sbin/y", "/opt/local/bin/x /opt/local/sbin/y")]
    [InlineData("a=`/opt/local/bin/g++-4.7`", "/opt/local/bin/g++-4.7")]
    [InlineData("See /opt/local/bin/x.", "/opt/local/bin/x")]
    [InlineData("echo \"# /opt/local/bin/x\"", "/opt/local/bin/x")]
    [InlineData("echo a#/opt/local/bin/x", "/opt/local/bin/x")]
    [InlineData("/opt/local/bin/x; /opt/local/bin/x", "/opt/local/bin/x")]
    [InlineData("# /opt/local/bin/x", "")]
    [InlineData("true;# /opt/local/bin/x", "")]
    [InlineData("PATH=/opt/local/bin:/opt/local/sbin/", "")]
    [InlineData("$ROOT/opt/local/bin/x ${ROOT}/opt/local/bin/x \"$ROOT\"/opt/local/bin/x", "")]
    [InlineData("/zones/a/root/opt/local/bin/x", "")]
    [InlineData("../opt/local/bin/x", "")]
    [InlineData("/opt/local/binary/x", "")]
    public void Words_of_a_shell(string text, string paths) => string.Join(' ', Scan(text, CommentStyle.Hash)).Should().Be(paths);

    [Theory]
    [InlineData("f('/opt/local/bin/x');", "/opt/local/bin/x")]
    [InlineData("// /opt/local/bin/x", "")]
    [InlineData("a(); // /opt/local/bin/x\nb('/opt/local/bin/y');", "/opt/local/bin/y")]
    [InlineData("/* /opt/local/bin/x\n * /opt/local/bin/y */ '/opt/local/bin/z'", "/opt/local/bin/z")]
    [InlineData("/*/ /opt/local/bin/x */", "")]
    [InlineData("'http://a/opt/local/bin/x'", "")]
    [InlineData("# /opt/local/bin/x", "/opt/local/bin/x")]
    public void Words_of_JavaScript(string text, string paths) => string.Join(' ', Scan(text, CommentStyle.Slash)).Should().Be(paths);

    [Fact]
    public void The_line_is_told() => Scanned("#!/opt/local/bin/perl\n\n/opt/local/bin/x\n/opt/local/bin/y"u8.ToArray(), CommentStyle.Hash, 7)
        .Should().Equal(new ToolPath("/opt/local/bin/x", 3), new ToolPath("/opt/local/bin/y", 4));

    [Fact]
    public void Where_the_pieces_end_does_not_matter() => Gen.Select(Text, Gen.Int[1, 20], Gen.Bool).Sample(
        (text, size, hash) =>
        {
            CommentStyle style = hash ? CommentStyle.Hash : CommentStyle.Slash;
            Scanned(text, style, size).Should().Equal(Scanned(text, style, int.MaxValue));
        },
        iter: ManifestSoup.Iterations(2000));

    [Fact]
    public void Without_comments_and_quotation_marks_it_is_an_expression() => Text.Sample(
        text =>
        {
            string plain = Comments().Replace(Encoding.UTF8.GetString(text).ReplaceLineEndings("\n").Replace('\r', ' '), " ");
            string body = plain[(plain.IndexOf("sh\n", StringComparison.Ordinal) + 3)..];
            IEnumerable<string> expected = Paths().Matches(body).Select(match => match.Value.TrimEnd('.', '/'))
                .Where(path => Directories.Any(directory => path.StartsWith(directory, StringComparison.Ordinal) && path.Length > directory.Length)).Distinct();
            Scan(body, CommentStyle.Hash).Should().Equal(expected);
        },
        iter: ManifestSoup.Iterations(2000));

    [Fact]
    public void Any_bytes_pass() => Gen.Byte.Array[0, 300].Sample(
        bytes => Scanned(bytes, CommentStyle.Slash, 64).Should().NotContain(path => path.Line == 1),
        iter: ManifestSoup.Iterations(1000));

    [Fact]
    public void Memory_does_not_grow_with_the_text()
    {
        string longest = "/opt/local/bin/" + new string('x', 100_000);
        Scan(longest, CommentStyle.Hash).Should().BeEmpty();
        string[] many = Scan(string.Concat(Enumerable.Range(0, 1000).Select(i => $" /opt/local/bin/x{i}")), CommentStyle.Hash);
        many.Should().HaveCount(64).And.StartWith("/opt/local/bin/x0");
    }

    private static string[] Scan(string text, CommentStyle style) =>
        [.. Scanned(Encoding.UTF8.GetBytes("#!/bin/sh\n" + text), style, int.MaxValue).Select(path => path.Path)];

    private static IReadOnlyList<ToolPath> Scanned(byte[] bytes, CommentStyle style, int pieceSize)
    {
        var scanner = new ToolPathScanner(Directories, style);
        for (int at = 0; at < bytes.Length; at += Math.Min(pieceSize, bytes.Length - at)) scanner.Take(bytes.AsSpan(at, Math.Min(pieceSize, bytes.Length - at)));
        scanner.Finish();
        return scanner.Found;
    }

    [GeneratedRegex("[#\"']", RegexOptions.None, 1000)]
    private static partial Regex Comments();

    [GeneratedRegex(@"(?<![\w/.+@%\-})\u00e9])/[\w/.+@%\-\u00e9]+", RegexOptions.None, 1000)]
    private static partial Regex Paths();
}
