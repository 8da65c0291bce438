using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Fixes;
using ManifestLinker.Compiler.Resolve;
using ManifestLinker.Compiler.Rules;
using ManifestLinker.Grammar.Source;
using ManifestLinker.Runtime.Rendering;

namespace ManifestLinker.Runtime.Tests.Rendering;

/// <summary>Findings to show, and the bytes that a renderer makes of them.</summary>
internal static class Findings
{
    public static readonly RunFacts Run = new()
    {
        Command = "check",
        WorkingDirectory = "/project/platform",
        Input = "mlc.toml",
        Manifests = [new("illumos", "manifest.d/illumos.manifest"), new("live", "manifest.d/live.manifest")],
        Rules = [Crlf.Rule, DuplicateConflict.Rule],
        Phases = [Phase.Syntax, Phase.Semantics],
        ExitCode = 1,
        Skipped = [new SkippedPhase(Phase.Resolve, "no search directory is known")],
    };

    public static byte[] Rendered(this IFindingRenderer renderer, RunFacts run, Verdict verdict)
    {
        using var output = new MemoryStream();
        renderer.Render(run, verdict, output);
        output.CanWrite.Should().BeTrue("the stream is the caller's");
        return output.ToArray();
    }

    /// <summary>One of each kind: with two places, without a line, with a path of the host, with nothing but a message.</summary>
    public static Verdict OfEveryKind()
    {
        var illumos = new SourceText("/project/platform/manifest.d/illumos.manifest", "d usr 0755 root sys\nf usr/bin/scp 0555 root bin\n");
        var live = new SourceText("manifest.d/live.manifest", string.Concat(Enumerable.Repeat("# a comment\n", 11)) + "f usr/bin/scp 0755 root bin\n");
        var scp = new Subject("usr/bin/scp", "file", "live");
        Finding[] left =
        [
            Finding.Of(DuplicateConflict.Rule, "file 'usr/bin/scp' is declared differently", new Location(live, 12, 15, 19)) with
            {
                Help = "make the two agree, or delete one",
                Subject = scp,
                Related = [new Related("first declared here", new Location(illumos, 2, 15, 19))],
                Detail = [new("mode", "0555 0755")],
                DetailKey = "mode=0555/0755",
            },
            Finding.Of(ShadowedSource.Rule, "'usr/bin/scp' is in two search directories", new Location(live, 12, 3, 14)) with
            {
                Subject = scp,
                Related = [new Related("hidden", null, "/project/platform/proto/usr/bin/scp"), new Related("and once more", null, "../elsewhere/scp"), new Related("without a place", null)],
            },
            Finding.Of(Extra.Rule, "the image has 'etc/extra'") with { Subject = new Subject("etc/extra", "file", null) },
            Finding.Of(KernelMissing.Rule, "there is no kernel"),
        ];
        var excused = new Excused(left[1], new Suppression("MLC3006", new PathGlob("usr/**"), "on purpose"));
        return new Verdict(left, [excused]) { Baselined = [left[2], left[2], left[2]] };
    }

    /// <summary>Findings that can be mended: in all the ways an edit can be, in one file and in several.</summary>
    public static Verdict WithFixes()
    {
        var one = new SourceText("manifest.d/a b#c%\udcff.manifest", "f usr/a 755 root bin\nf usr/b\t0644 root bin\r\n\u6f22\U0001F600 c 0644 root bin\nf usr/a 755 root bin");
        var two = new SourceText("manifest.d/two.manifest", "d usr 0755 root sys\n");
        Finding[] found =
        [
            Finding.Of(ModeNotFourDigits.Rule, "the mode '755' has no four digits", new Location(one, 1, 9, 12)) with
            {
                Fixes = [Fix.Of(FixSafety.Safe, "write 0755", Edit.Replace(one.LineAt(1).Token.Slice(8, 3), "0755"))],
            },
            Finding.Of(DuplicateIdentical.Rule, "'usr/a' is declared twice", new Location(one, 4, 3, 8)) with
            {
                Fixes =
                [
                    Fix.Of(FixSafety.Unsafe, "delete this line", Edit.DeleteLine(one, 4)),
                    Fix.Of(FixSafety.Offered, "delete the other line", Edit.DeleteLine(one, 1)),
                ],
            },
            Finding.Of(MissingParent.Rule, "no line declares 'usr/lib'", new Location(one, 3, 5, 6)) with
            {
                Help = "declare it",
                Fixes =
                [
                    new Fix(FixSafety.Offered, "declare it, and end the other file", [Edit.InsertAfter(one, 4, "d usr/lib 0755 root bin"), Edit.InsertAfter(two, 1, "# end"), Edit.InsertBefore(one, 3, "# before"), new Edit(one, one.LineAt(3).Start, 2, "f")]),
                    new Fix(FixSafety.Offered, "two that overlap", [new Edit(one, 0, 5, "x"), new Edit(one, 3, 5, "y")]),
                    Fix.Of(FixSafety.Offered, "bytes", new Edit(one, one.Text.Length, 0, "# \udcff")),
                ],
            },
            Finding.Of(KernelMissing.Rule, "nothing mends this"),
        ];
        return new Verdict(found, []);
    }

    /// <summary>Text that is out to harm: escapes of terminals, bytes that are not UTF-8, tabs, wide letters, very long lines.</summary>
    public static Verdict Hostile()
    {
        string evil = "f\t\u001b[31m\udcff\0name\u202e\u009b \u6f22\u5b57/\U0001F600 0644 root sys";
        string wide = string.Concat(Enumerable.Repeat("\u6f22", 90)) + "!" + string.Concat(Enumerable.Repeat("\t\u0007", 90));
        string plain = new string('a', 300) + "MARK" + new string('b', 300);
        var source = new SourceText("dir\u001b]0;x\u0007/\udc80.manifest", $"{evil}\n{wide}\n{plain}\nf a 0644 root sys\r\n\ttab\tbed\n");
        return new Verdict(
        [
            Finding.Of(NonAsciiOrControlChar.Rule, $"the word '{evil}' is odd\nand has a second line", At(1, evil, "\udcff\0name")) with
            {
                Subject = new Subject(evil, "file", "\udc80"),
                Help = "use \u001b[1mprintable\u001b[0m ASCII",
                Detail = [new("word", evil), new("word", "again")],
            },
            Finding.Of(NonAsciiOrControlChar.Rule, "wide letters", At(1, evil, "\u6f22\u5b57")),
            Finding.Of(NonAsciiOrControlChar.Rule, "a pair", At(1, evil, "\U0001F600")),
            Finding.Of(NonAsciiOrControlChar.Rule, "far in", At(2, wide, "!")),
            Finding.Of(NonAsciiOrControlChar.Rule, "far in", At(3, plain, "MARK")),
            Finding.Of(NonAsciiOrControlChar.Rule, "all of it", At(3, plain, plain)),
            Finding.Of(Crlf.Rule, "at the end", new Location(source, 4, 18, 19)),
            Finding.Of(LeadingBlank.Rule, "tabs", At(5, "\ttab\tbed", "bed")),
            Finding.Of(NoNewlineAtEof.Rule, "behind the text", new Location(source, 6, 1, 2)),
            Finding.Of(Extra.Rule, "no line") with { Subject = new Subject(evil, "file", null) },
        ], []);

        Location At(int line, string text, string part)
        {
            int column = text.IndexOf(part, StringComparison.Ordinal) + 1;
            return new Location(source, line, column, column + part.Length);
        }
    }
}
