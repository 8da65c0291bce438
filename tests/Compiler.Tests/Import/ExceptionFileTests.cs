using CsCheck;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Import.Exceptions;
using ManifestLinker.Compiler.Rules;
using ManifestLinker.Grammar.Source;

namespace ManifestLinker.Compiler.Tests.Import;

public class ExceptionFileTests
{
    // How many lines of the real files can be taken over; those that cannot are patterns for other messages of ldd, names of libraries that are
    // forbidden, and one repetition that a glob has no word for.
    [CorpusFact]
    public void The_real_files_are_taken_over_as_far_as_they_speak_of_paths()
    {
        Counted("check_rtime", ExceptionFormat.CheckRtime).Should().Be((101, 57, 0));
        Counted("interface_check", ExceptionFormat.InterfaceCheck).Should().Be((42, 1, 0));
        Counted("packaging", ExceptionFormat.Packaging).Should().Be((385, 0, 93));
        Counted("pmodes", ExceptionFormat.Pmodes).Should().Be((25, 0, 0));
    }

    [CorpusFact]
    public void The_real_file_of_check_rtime_excuses_what_it_is_about()
    {
        var findings = new List<Finding>();
        IReadOnlyList<Suppression> excuses = CheckRtimeFile.Read(
            SourceText.FromBytes("check_rtime", File.ReadAllBytes(Path.Combine(Repository.Corpus, "exceptions", "check_rtime"))), findings);

        findings.Should().BeEmpty();
        Excused(excuses, "MLC5060", "usr/sbin/amd64/bhyve").Should().BeTrue();
        Excused(excuses, "MLC5060", "usr/sbin/bhyve").Should().BeFalse();
        Excused(excuses, "MLC5062", "lib/amd64/ld.so.1").Should().BeTrue();
        Excused(excuses, "MLC5001", "usr/perl5/5.12/lib/auto/x.so").Should().BeTrue();
        Excused(excuses, "MLC5007", "usr/lib/autofs/automountd", "/usr/lib/fs/autofs").Should().BeTrue();
        Excused(excuses, "MLC5007", "usr/lib/autofs/automountd", "/usr/lib/fs/other").Should().BeFalse();
        Excused(excuses, "MLC5008", "usr/lib/amd64/libsmb.so.1", "/usr/lib/smbsrv").Should().BeTrue();
        Excused(excuses, "MLC5008", "usr/lib/fcode/fcode.so", "$ORIGIN/../x").Should().BeTrue();
        Excused(excuses, "MLC5007", "usr/lib/libstdc++.so.6", "/usr/gcc/10/lib/amd64").Should().BeTrue();
    }

    private static bool Excused(IReadOnlyList<Suppression> excuses, string rule, string path, string detail = "")
    {
        Finding finding = Finding.Of(RuleTable.Find(rule)!, "x") with { Subject = new Subject(path, "file", null), DetailKey = detail };
        return excuses.Any(excuse => excuse.Excuses(finding));
    }

    [Fact]
    public void A_comment_holds_for_the_lines_right_below_it()
    {
        Read("# alone\n\n# of a\n# and b.\na\nb # by itself\n\nc\n# of d\nd\n", ExceptionFormat.Pmodes).Select(one => one.Reason)
            .Should().Equal("of a and b.", "of a and b: by itself", "from f: c", "of d");
    }

    [Fact]
    public void Any_text_is_read() => Gen.Select(Gen.String, Gen.Enum<ExceptionFormat>()).Sample((text, format) => Read($"SKIP {text}\nTEXTREL {text}\nUNUSED_RPATH {text}\nUNUSED_RPATH /a{text}\\ from\\ .*{text}", format), iter: 2000);

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
