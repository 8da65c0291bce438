using CsCheck;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Import.Exceptions;
using ManifestLinker.Grammar.Source;

namespace ManifestLinker.Compiler.Tests.Import;

public class ExceptionFileTests
{
    // How many lines of the real files can be taken over; those that cannot are patterns for messages of ldd, names of libraries that are
    // forbidden, and one repetition that a glob has no word for.
    [CorpusFact]
    public void The_real_files_are_taken_over_as_far_as_they_speak_of_paths()
    {
        Counted("check_rtime", ExceptionFormat.CheckRtime).Should().Be((81, 77, 0));
        Counted("interface_check", ExceptionFormat.InterfaceCheck).Should().Be((42, 1, 0));
        Counted("packaging", ExceptionFormat.Packaging).Should().Be((385, 0, 93));
        Counted("pmodes", ExceptionFormat.Pmodes).Should().Be((25, 0, 0));
    }

    [Fact]
    public void A_comment_holds_for_the_lines_right_below_it()
    {
        Read("# alone\n\n# of a\n# and b.\na\nb # by itself\n\nc\n# of d\nd\n", ExceptionFormat.Pmodes).Select(one => one.Reason)
            .Should().Equal("of a and b.", "of a and b: by itself", "from f: c", "of d");
    }

    [Fact]
    public void Any_text_is_read() => Gen.Select(Gen.String, Gen.Enum<ExceptionFormat>()).Sample((text, format) => Read("SKIP " + text + "\nTEXTREL " + text, format), iter: 2000);

    private static (int Taken, int Left, int Elsewhere) Counted(string name, ExceptionFormat format)
    {
        var findings = new List<Finding>();
        var source = SourceText.FromBytes(name, File.ReadAllBytes(Path.Combine(Repository.Corpus, "exceptions", name)));
        IReadOnlyList<Exemption> exceptions = new ExceptionFile("i386").Read(source, format, findings, out int elsewhere);
        findings.Should().BeEmpty();
        return (exceptions.Count(one => one.Obstacle is null), exceptions.Count(one => one.Obstacle is not null), elsewhere);
    }

    private static IReadOnlyList<Exemption> Read(string text, ExceptionFormat format) =>
        new ExceptionFile("i386").Read(new SourceText("f", text), format, new List<Finding>(), out _);
}
