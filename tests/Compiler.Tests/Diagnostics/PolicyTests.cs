using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Fixes;
using ManifestLinker.Compiler.Resolve;
using ManifestLinker.Compiler.Tests.Cases;

namespace ManifestLinker.Compiler.Tests.Diagnostics;

/// <summary>What is left of the findings after the user's word.</summary>
public sealed class PolicyTests
{
    // MLC1004 on line 1, MLC2009 on line 2, MLC2001 on line 3, MLC7001 on line 4.
    private const string Manifest = "f a 755 root bin\nf usr 0444 root bit\nf a 0755 root bin\ns l=gone\n";

    private static readonly string[] Everything = ["MLC1004", "MLC2009", "MLC2001", "MLC7001"];

    [Theory]
    [InlineData("", "", "MLC1004 MLC2009 MLC2001 MLC7001")]
    [InlineData("MLC2", "", "MLC2009 MLC2001")]
    [InlineData("MLC2009", "", "MLC2009")]
    [InlineData("unknown-group broken-symlink", "", "MLC2009 MLC7001")]
    [InlineData("", "MLC2", "MLC1004 MLC7001")]
    [InlineData("MLC2", "unknown-group", "MLC2001")]
    [InlineData("MLC2", "MLC", "")]
    [InlineData("MLC9", "", "")]
    public void Rules_are_selected_and_ignored(string select, string ignore, string left) =>
        Ids(new Policy { Select = Words(select), Ignore = Words(ignore) }).Should().Equal(Words(left));

    [Fact]
    public void A_rule_gets_another_severity_and_the_last_word_counts()
    {
        var policy = new Policy { Severities = [new("MLC2", Severity.Info), new("unknown-group", Severity.Warning), new("MLC7001", null)] };
        policy.Judge(Checked.Compile(Manifest).Findings).Findings.Select(finding => $"{finding.Rule.Id} {finding.Severity}")
            .Should().Equal("MLC1004 Warning", "MLC2009 Warning", "MLC2001 Info");
    }

    [Fact]
    public void A_rule_that_is_off_may_be_switched_on_again() =>
        Ids(new Policy { Severities = [new("MLC", null), new("MLC2009", Severity.Error)] }).Should().Equal("MLC2009");

    [Fact]
    public void The_severity_does_not_change_the_name() =>
        new Policy { Severities = [new("MLC2009", Severity.Info)] }.Judge(Checked.Compile(Manifest).Findings).Findings[1].Fingerprint
            .Should().Be(Checked.Findings(Manifest)[1].Fingerprint);

    [Theory]
    [InlineData("MLC2009", "usr", "MLC1004 MLC2001 MLC7001")]
    [InlineData("unknown-group", "u*", "MLC1004 MLC2001 MLC7001")]
    [InlineData("MLC", "l", "MLC1004 MLC2009 MLC2001")]
    [InlineData("MLC2", "**", "MLC1004 MLC7001")]
    [InlineData("MLC2009", "usr/**", "MLC1004 MLC2009 MLC2001 MLC7001")]
    [InlineData("MLC2001", "usr", "MLC1004 MLC2009 MLC2001 MLC7001")]
    [InlineData("MLC2009", null, "MLC1004 MLC2001 MLC7001")]
    public void Exceptions_excuse_by_path(string rule, string? glob, string left)
    {
        var suppression = new Suppression(rule, glob is null ? null : new PathGlob(glob), "because");
        Verdict verdict = new Policy { Suppressions = [suppression] }.Judge(Checked.Compile(Manifest).Findings);
        verdict.Findings.Select(finding => finding.Rule.Id).Should().Equal(Words(left));
        verdict.Excused.Should().HaveCount(Everything.Length - Words(left).Length);
        verdict.Excused.All(excused => excused.By == suppression).Should().BeTrue();
    }

    [Theory]
    [InlineData("f a 0444 root bit # mlc: allow MLC2009 -- why", "")]
    [InlineData("f a 0444 root bit # mlc: allow unknown-group -- why", "")]
    [InlineData("f a 0444 root bit # mlc: allow MLC2", "")]
    [InlineData("# mlc: allow MLC2009 -- why\nf a 0444 root bit", "")]
    [InlineData("  #mlc: allow MLC1001, MLC2009\nf a 0444 root bit", "")]
    [InlineData("f a 0444 root bit # mlc: allow MLC2008 -- another rule", "MLC2009")]
    [InlineData("# mlc: allow MLC2009 -- one\n# a remark\n# mlc: allow MLC2008 -- two\nf a 0444 roto bit", "")]
    [InlineData("# mlc: allow MLC2009 -- of the first only\nf b 0444 root bin\nf a 0444 root bit", "MLC2009")]
    [InlineData("# mlc: allow MLC2009 -- at the end", "")]
    [InlineData("f a 0444 root bit # mlc: allow MLC2009 -- no such day until=2026-02-30", "MLC2009")]
    [InlineData("# mlc: allow MLC2009 -- too far\n\nf a 0444 root bit", "MLC2009")]
    [InlineData("f a 0444 root bit\n# mlc: allow MLC2009 -- too late", "MLC2009")]
    [InlineData("f b 0444 root bin # mlc: allow MLC2009 -- its own line only\nf a 0444 root bit", "MLC2009")]
    [InlineData("f a 0444 root bit # mlc: allow", "MLC2009")]
    [InlineData("f a 0444 root bit # mlc: disallow MLC2009", "MLC2009")]
    [InlineData("f a 0444 roto bit # mlc: allow MLC2009, MLC2008 -- two", "")]
    [InlineData("f a 0444 roto bit # mlc: allow MLC2009 -- one of two", "MLC2008")]
    public void Directives_excuse_their_line_or_the_one_after(string lines, string left)
    {
        Compilation compilation = Checked.Compile(lines + "\n");
        var policy = new Policy { Suppressions = [.. compilation.Manifests.SelectMany(manifest => InlineSuppressions.In(manifest.Syntax))] };
        IEnumerable<Finding> findings = policy.Judge(compilation.Findings).Findings.Where(finding => finding.Rule.Phase != Phase.Judgement);
        string.Join(' ', findings.Select(finding => finding.Rule.Id)).Should().Be(left);
    }

    [Theory]
    [InlineData("f a 0444 root bin # mlc: allow MLC2009 -- why\n", "f a 0444 root bin\n")]
    [InlineData("f a 0444 root bin\t# mlc: allow MLC2009 -- why \r\nf b 0444 root bin\n", "f a 0444 root bin\r\nf b 0444 root bin\n")]
    [InlineData("# mlc: allow MLC2009 -- why\nf a 0444 root bin\n", "f a 0444 root bin\n")]
    [InlineData("f a 444 root bin # mlc: allow MLC2009, MLC1004 -- why\n", "f a 444 root bin # mlc: allow MLC1004 -- why\n")]
    [InlineData("f a 444 root bin # mlc: allow MLC1004 ,MLC2009 -- why\n", "f a 444 root bin # mlc: allow MLC1004 -- why\n")]
    [InlineData("f a 444 root bit # mlc: allow MLC1004, MLC1019, MLC2009 -- why\n", "f a 444 root bit # mlc: allow MLC1004, MLC2009 -- why\n")]
    public void The_fix_of_an_excuse_that_is_not_needed_takes_it_away(string text, string mended)
    {
        Compilation compilation = Checked.Compile(text);
        Edit edit = Checked.Judge(compilation).Findings.Single(finding => finding.Rule.Id == "MLC0001").Fixes.Single().Edits.Single();
        text.Remove(edit.Start, edit.Length).Insert(edit.Start, edit.Replacement).Should().Be(mended);
    }

    [Fact]
    public void A_directive_excuses_nothing_in_another_file_and_gives_its_reason()
    {
        Compilation compilation = Checked.Compile("f a 0444 root bit # mlc: allow MLC2009 -- since 2013\n", "f b 0444 root bit\n");
        var policy = new Policy { Suppressions = [.. compilation.Manifests.SelectMany(manifest => InlineSuppressions.In(manifest.Syntax))] };
        Verdict verdict = policy.Judge(compilation.Findings);
        verdict.Findings.Select(finding => finding.Location!.File).Should().Equal("b");
        verdict.Excused.Select(excused => excused.By.Reason).Should().Equal("since 2013");
    }

    [Fact]
    public void Findings_are_shown_by_file_line_column_and_rule()
    {
        Finding[] findings = [.. Checked.Compile("f a 755 root bit\n", "x\nf a 0555 roto bin\n").Findings];
        string[] sorted = [.. new Policy().Judge(findings).Findings.Select(Line)];
        sorted.Should().Equal("a MLC1004 1:5-8", "a MLC2009 1:14-17", "b MLC1001 1:1-2", "b MLC2002 2:5-9");
        new Policy().Judge(findings.Reverse()).Findings.Select(Line).Should().Equal(sorted);

        static string Line(Finding finding) => $"{finding.Location!.File} {FindingText.Short(finding)}";
    }

    [Theory]
    [InlineData("f a 0444 root bin", "NNN")]
    [InlineData(" f a 0444 root bin", "NNY")]
    [InlineData("f a 444 root bin", "NYY")]
    [InlineData("f a 0999 root bin", "YYY")]
    public void A_run_fails_from_a_threshold_on(string line, string fails)
    {
        Verdict verdict = new Policy().Judge(Checked.Compile(line + "\n").Findings);
        string.Concat(new[] { Severity.Error, Severity.Warning, Severity.Info }.Select(least => verdict.Fails(least) ? 'Y' : 'N')).Should().Be(fails);
        verdict.Fails(null).Should().BeFalse();
    }

    [Fact]
    public void Findings_are_counted_by_severity()
    {
        Verdict verdict = new Policy().Judge(Checked.Compile(" f a 755 root bit\nx\n").Findings);
        (verdict.Count(Severity.Error), verdict.Count(Severity.Warning), verdict.Count(Severity.Info)).Should().Be((2, 1, 1));
    }

    [Fact]
    public void What_the_profile_excuses_is_excused_after_what_the_user_excuses()
    {
        var own = new Suppression("MLC2009", new PathGlob("usr"), "known");
        Suppression[] builtIn = [new("MLC2009", new PathGlob("**"), "so it is"), new("MLC7001", new PathGlob("l"), "so it is")];
        Verdict verdict = new Policy { Suppressions = [own], BuiltIn = builtIn }.Judge(Checked.Compile(Manifest).Findings);
        verdict.Findings.Select(finding => finding.Rule.Id).Should().Equal("MLC1004", "MLC2001");
        verdict.Excused.Select(excused => excused.By).Should().Equal(own, builtIn[1]);
    }

    [Theory]
    [InlineData("MLC2009", "MLC1004 MLC2009 MLC2001 MLC7001")]
    [InlineData("Unknown-Group", "MLC1004 MLC2009 MLC2001 MLC7001")]
    [InlineData("MLC2", "MLC1004 MLC2001 MLC7001")]
    [InlineData("MLC2001", "MLC1004 MLC2001 MLC7001")]
    public void A_rule_that_is_given_a_severity_by_its_name_is_not_excused_by_the_profile(string rule, string left) =>
        Ids(new Policy { Severities = [new(rule, Severity.Info)], BuiltIn = [new("MLC2009", new PathGlob("**"), "so it is")] })
            .Should().Equal(Words(left));

    private static string[] Ids(Policy policy) =>
        [.. policy.Judge(Checked.Compile(Manifest).Findings).Findings.Select(finding => finding.Rule.Id)];

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
