using CsCheck;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Fixes;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Grammar.Source;

namespace ManifestLinker.Compiler.Tests.Fixes;

/// <summary>What holds of fixes, whatever the manifests.</summary>
public sealed class FixLawTests
{
    [Fact]
    public void Safe_fixes_keep_the_laws() => ManifestSoup.Texts.Sample(texts => Check(texts, FixSafety.Safe), iter: ManifestSoup.Iterations(1500));

    [Fact]
    public void Unsafe_fixes_keep_the_laws() => ManifestSoup.Texts.Sample(texts => Check(texts, FixSafety.Unsafe), iter: ManifestSoup.Iterations(1500));

    [Theory]
    [MemberData(nameof(Finds))]
    public void What_broke_a_law_once_keeps_it(string[] texts)
    {
        Check(texts, FixSafety.Safe);
        Check(texts, FixSafety.Unsafe);
    }

    public static TheoryData<string[]> Finds => new(
        // A hard link that takes the place of a declared symbolic link, when it can be read.
        ["h b=/a\n", "s b=usr/bin/x\n"],
        // A line that cannot be read yet, and what lies below it.
        ["d usr/bin/x 0644 bin bin\nh usr/bin=/b/c\n"],
        ["f usr/bin/x 07555 root sys\r\n\ns usr/bin=../a-b\r\r\n"],
        ["s us$Vn/x=bin/x \n"],
        // A fault that comes to light while its line is sorted among others.
        ["h a/b=/a #\ns $V/\udcff/b=/b/c\ns a/b=..\nf deep-a 0644 root bin\n"],
        // A line that has an error and counts.
        ["h a=//b\ns a=x$\nd b 0755 root bin\n"]);

    private static void Check(string[] texts, FixSafety most)
    {
        IReadOnlyList<SourceText> sources = Mending.Sources(texts);
        CheckedTexts before = Mending.Check(sources);
        Mended mended = Mending.Mend(sources, most);
        string shown = string.Join("\n-----\n", texts);

        mended.Unsettled.Should().BeEmpty(shown);
        Mending.Comments(mended.Texts).Should().Equal(Mending.Comments(sources), shown);
        NewErrorLines(before, mended.Last).Should().BeLessThanOrEqualTo(UnreadLines(before), shown);
        foreach (SourceText text in mended.Texts)
            EscapedUtf8.Decode(EscapedUtf8.Encode(text.Text)).Should().Be(text.Text, shown);
        if (most == FixSafety.Safe && !texts.Any(text => text.Contains('\r'))) KeepsEveryObject(before.Compilation, mended.Last.Compilation, shown);
        Mended again = Mending.Mend(mended.Texts, most);
        again.Fixed.Should().Be(0, shown);
        again.Texts.Should().Equal(mended.Texts);
    }

    // A carriage return at the end of a line is taken away with the end of the line.
    private static void KeepsEveryObject(Compilation before, Compilation after, string shown)
    {
        foreach (Entry entry in before.Union.Entries)
        {
            Entry? now = after.Union.Find(entry.Path);
            now.Should().BeOfType(entry.GetType(), shown);
            if (entry is NodeEntry) now!.DifferencesFrom(entry).Should().BeEmpty(shown);
        }
    }

    // A line that could not be read, and now can, may show its next fault; no other line has one that was not there before.
    private static int NewErrorLines(CheckedTexts before, CheckedTexts after)
    {
        HashSet<(string, string?)> known = [.. Errors(before).Select(Key)];
        return Lines(Errors(after).Where(error => !known.Contains(Key(error))));

        static (string, string?) Key(Finding error) => (error.Rule.Id, error.Subject?.Path);
    }

    private static int UnreadLines(CheckedTexts texts)
    {
        var entries = texts.Compilation.Manifests.SelectMany(manifest => manifest.Entries).Select(entry => (entry.Origin.Path.Source, entry.Origin.Path.Line)).ToHashSet();
        return Lines(Errors(texts).Where(error => !entries.Contains((error.Location!.Source, error.Location.Line))));
    }

    private static IEnumerable<Finding> Errors(CheckedTexts texts) => texts.Verdict.Findings.Where(finding => finding.Severity == Severity.Error);

    private static int Lines(IEnumerable<Finding> findings) => findings.Select(finding => (finding.Location!.Source, finding.Location.Line)).Distinct().Count();
}
