using System.Diagnostics;
using System.Text;
using CsCheck;
using ManifestLinker.Runtime.World.Trace;

namespace ManifestLinker.Runtime.Tests.World.Trace;

/// <summary>Whatever stands in a trace, it is read to its end.</summary>
public class TraceFuzzTests
{
    private static readonly string[] Lines = [.. Directory.EnumerateFiles(TraceUnderTest.Folder, "*.strace").Order(StringComparer.Ordinal).SelectMany(File.ReadAllLines)];

    private static readonly string[] Pieces =
    [
        "\n", "\n", "1 ", "2 ", "3 ", "99999999999 ", "stat(", "chdir(\"a\") = 0\n", "fork() = ", "clone(CLONE_FS) = 2\n", "vfork() = 1\n", "\"", "\\", "\\9", "\\777", "\\x", "\\0", "<", ">", "</a>", "AT_FDCWD</",
        "(", ")", "[", "]", "{", "}", ", ", "/*", "*/", " = ", " = 0\n", "<unfinished ...>\n", "<... stat resumed>", "+++ exited with 0 +++\n", "--- SIGINT ---\n", "\0", "\u00ff", "/", "..", "rename(\"a\", \"b\") = 0\n",
    ];

    [Fact]
    public void Any_text_is_read()
    {
        Gen<string> line = Gen.Int[0, Lines.Length - 1].Select(index => Lines[index]);
        Gen<string> piece = Gen.OneOf(Gen.Int[0, Pieces.Length - 1].Select(index => Pieces[index]), line, Gen.Select(line, Gen.Int[0, 200], (whole, cut) => whole[..Math.Min(cut, whole.Length)]));
        piece.Array[0, 60].Sample(
            pieces =>
            {
                byte[] trace = Encoding.Latin1.GetBytes(string.Concat(pieces));
                (string text, long unclear) = TraceUnderTest.Of(new MemoryStream(trace));
                TraceUnderTest.Of(new OneByOne(trace)).Should().Be((text, unclear), "how the bytes come does not count");
            },
            iter: 300);
    }

    [Theory]
    [InlineData("2 chdir(\"a\") = 0\n", "")]
    [InlineData("1 chdir(\"a\") = 0\n", "")]
    [InlineData("2 stat(\"a\", {}) = 0\n", "1 fork() = 2\n")]
    [InlineData("2 fork() = 3\n3 fork() = 2\n", "1 fork() = 2\n")]
    [InlineData("1 stat((((((((((((\"a\" <unfinished ...>\n", "1 <... stat resumed>) = 0\n")]
    [InlineData("1 stat(\"<<<</*{{{{", "")]
    public void What_goes_on_and_on_takes_no_more_than_its_length(string again, string last)
    {
        var watch = Stopwatch.StartNew();
        TraceUnderTest.Of(string.Concat(Enumerable.Repeat(again, 100_000)) + last);
        watch.Elapsed.Should().BeLessThan(TimeSpan.FromMinutes(1));
    }

    /// <summary>Gives one byte at a time.</summary>
    private sealed class OneByOne(byte[] bytes) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(1, count));
    }
}
