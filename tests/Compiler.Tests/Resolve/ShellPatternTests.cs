using System.Runtime.InteropServices;
using CsCheck;
using ManifestLinker.Compiler.Resolve;

namespace ManifestLinker.Compiler.Tests.Resolve;

public sealed partial class ShellPatternTests
{
    [Theory]
    [InlineData("3*", "3c", true)]
    [InlineData("3*", "3", true)]
    [InlineData("3*", "13", false)]
    [InlineData("curl_*.3", "curl_easy_init.3", true)]
    [InlineData("curl_*.3", "curl_easy.3x", false)]
    [InlineData("[0-9]?", "9f", true)]
    [InlineData("[!0-9]?", "9f", false)]
    [InlineData("[]a]", "]", true)]
    [InlineData("[a", "[a", true)]
    [InlineData("\\*", "*", true)]
    [InlineData("\\*", "x", false)]
    [InlineData("a\\", "a", false)]
    [InlineData("[[:digit:]]", "7", true)]
    [InlineData("[[:digit:]]", "x", false)]
    [InlineData("*", "", true)]
    [InlineData("?", "", false)]
    public void It_fits_whole_names(string pattern, string name, bool fits) => new ShellPattern(pattern).Matches(name).Should().Be(fits);

    // A range that names a class, and what opens a class without closing it, are undefined in POSIX; neither is generated here.
    [Fact]
    public void It_agrees_with_the_fnmatch_of_the_C_library()
    {
        string[] pieces = ["a", "b", "z", "*", "?", "[ab]", "[!a]", "[a-c]", "[]x]", "[^z]", "[[:alpha:]]", "[[:digit:]z]", "\\*", "\\a", "3", "."];
        Gen<string> pattern = Gen.Int[0, pieces.Length - 1].Select(i => pieces[i]).Array[0, 6].Select(string.Concat);
        Gen.Select(pattern, Gen.String[Gen.Char["abcz3.*]x"], 0, 6]).Sample(
            (text, name) => new ShellPattern(text).Matches(name) == (FnMatch(text, name, 0) == 0),
            iter: 50_000);
    }

    [Fact]
    public void Any_text_is_a_pattern_and_takes_bounded_time()
    {
        Gen.Select(Gen.String[Gen.Char["ab*?[]!^-\\:"], 0, 12], Gen.String[Gen.Char["ab*]-\\"], 0, 12]).Sample((text, name) => { _ = new ShellPattern(text).Matches(name); });
        var watch = System.Diagnostics.Stopwatch.StartNew();
        new ShellPattern(string.Concat(Enumerable.Repeat("*a", 500)) + "b").Matches(new string('a', 20_000)).Should().BeFalse();
        watch.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(5));
    }

    [LibraryImport("libc", EntryPoint = "fnmatch", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int FnMatch(string pattern, string name, int flags);
}
