using CsCheck;
using ManifestLinker.Compiler.Baselines;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Resolve;
using ManifestLinker.Compiler.Tests.Cases;

namespace ManifestLinker.Compiler.Tests.Diagnostics;

/// <summary>What holds of every judgement, whatever the manifests, the excuses and the order of the findings.</summary>
public sealed class JudgementLawTests
{
    private static readonly Gen<string> Excuse = Gen.Select(
        OneOf("MLC1004", "MLC1", "unknown-group", "MLC2008", "MLC0001", "MLC0", "MLC3001", "MLC1040", "MLC7001, MLC1019"),
        OneOf(" -- why", "", " -- why until=2025-01-01", " -- why until=2030-01-01 bug=X", " --", " oops"),
        (rule, grounds) => $"# mlc: allow {rule}{grounds}");

    private static readonly Gen<string> Entry = Gen.Select(
        OneOf("f {0} 644 root sys", "f {0} 0644 roto bit", " d {0} 7755 root bin", "s {0}=gone", "nonsense {0}", "f {0} 0644 root sys"),
        Gen.OneOf(Gen.Const(""), Excuse.Select(excuse => " " + excuse)),
        (entry, excuse) => entry + excuse);

    private static readonly Gen<string[]> Lines = Gen.Frequency((3, Entry), (1, Excuse), (1, OneOf("", "# a remark"))).Array[0, 12]
        .Select(lines => lines.Select((line, number) => line.Replace("{0}", $"p{number}")).ToArray());

    private static readonly Gen<Policy> Policies = Gen.Select(
        OneOf("", "MLC1004", "MLC2", "MLC2008"), OneOf("", "MLC7001", "MLC0001"), OneOf("p1", "p*", "nowhere"), Gen.Bool,
        (ignore, off, path, isExpired) => new Policy
        {
            Ignore = ignore.Length == 0 ? [] : [ignore],
            Severities = off.Length == 0 ? [] : [new(off, null)],
            Suppressions = [new Suppression("MLC2009", new PathGlob(path), "why") { Until = isExpired ? new DateOnly(2020, 1, 1) : null }],
        });

    [Fact]
    public void The_order_of_the_findings_does_not_matter() => Gen.Select(Lines, Policies, Gen.Int).Sample((lines, given, seed) =>
    {
        (Compilation run, Policy policy, RunScope scope) = Judged(lines, given);
        Finding[] shuffled = [.. run.Findings];
        new Random(seed).Shuffle(shuffled);
        Shown(policy.Judge(shuffled, scope)).Should().Equal(Shown(policy.Judge(run.Findings, scope)));
    }, iter: 300);

    [Fact]
    public void Judged_again_nothing_changes() => Gen.Select(Lines, Policies).Sample((lines, given) =>
    {
        (Compilation run, Policy policy, _) = Judged(lines, given);
        Verdict once = policy.Judge(run.Findings);
        Verdict twice = policy.Judge(once.Findings);
        Shown(twice).Should().Equal(once.Findings.Select(Shown));
        twice.Excused.Should().BeEmpty();
    }, iter: 300);

    [Fact]
    public void No_two_findings_of_a_verdict_have_one_name() => Gen.Select(Lines, Policies).Sample((lines, given) =>
    {
        (Compilation run, Policy policy, RunScope scope) = Judged(lines, given);
        Verdict verdict = policy.Judge(run.Findings, scope);
        verdict.Findings.Concat(verdict.Excused.Select(excused => excused.Finding)).Select(finding => finding.Fingerprint).Should().OnlyHaveUniqueItems();
    }, iter: 300);

    [Fact]
    public void A_locked_rule_is_never_silent() => Gen.Select(Lines, Policies).Sample((lines, given) =>
    {
        (Compilation run, Policy policy, RunScope scope) = Judged(lines, given);
        Verdict verdict = policy.Judge(run.Findings, scope);
        verdict.Excused.Should().NotContain(excused => policy.IsLocked(excused.Finding.Rule));
        verdict.Findings.Count(finding => finding.Rule.Id == "MLC2008").Should().Be(run.Findings.Count(finding => finding.Rule.Id == "MLC2008"));
    }, iter: 300);

    // What the safe fix of MLC0001 takes away was not needed: without it the manifests have the same faults.
    [Fact]
    public void Without_the_excuses_that_are_not_needed_all_else_is_as_it_was() => Lines.Sample(lines =>
    {
        (Compilation run, Policy policy, RunScope scope) = Judged(lines, new Policy());
        Verdict verdict = policy.Judge(run.Findings, scope);
        Location[] unused = [.. verdict.Findings.Where(finding => finding.Rule.Id == "MLC0001").Select(finding => finding.Location!)];
        Policy needed = policy with { Suppressions = [.. policy.Suppressions.Where(suppression => !unused.Contains(suppression.Location))] };
        Verdict without = needed.Judge(run.Findings, scope);
        without.Findings.Where(IsOfManifests).Select(Shown).Should().Equal(verdict.Findings.Where(IsOfManifests).Select(Shown));

        static bool IsOfManifests(Finding finding) => finding.Rule.Phase != Phase.Judgement;
    }, iter: 300);

    [Fact]
    public void A_baseline_of_a_run_hides_just_that_run() => Gen.Select(Lines, Policies).Sample((lines, given) =>
    {
        (Compilation run, Policy policy, RunScope scope) = Judged(lines, given);
        Verdict verdict = policy.Judge(run.Findings, scope);
        var baseline = Baseline.Of(verdict.Findings, policy);
        Verdict hidden = baseline.Hide(verdict, policy, scope);
        hidden.Findings.Where(finding => !policy.IsLocked(finding.Rule)).Should().BeEmpty();
        hidden.Baselined.Should().HaveCount((int)baseline.Count);
        baseline.Shrunk(verdict.Findings, policy, scope).Entries.Should().Equal(baseline.Entries);

        // One more of anything is one too many.
        Compilation more = Checked.Compile(Text([.. lines, "", "f another 644 root sys"]));
        if (policy.Counts(Compiler.Rules.ModeNotFourDigits.Rule))
            baseline.Hide(policy.Judge(more.Findings, scope), policy, scope).Findings.Should().Contain(finding => finding.Subject != null && finding.Subject.Path == "another");
    }, iter: 300);

    [Fact]
    public void Moved_lines_and_remarks_bring_nothing_new() => Gen.Select(Entry.Array[0, 10], Gen.Int).Sample((entries, seed) =>
    {
        string[] lines = [.. entries.Select((line, number) => line.Replace("{0}", $"p{number}"))];
        (Compilation run, Policy policy, RunScope scope) = Judged(lines, new Policy());
        var baseline = Baseline.Of(policy.Judge(run.Findings, scope).Findings, policy);
        new Random(seed).Shuffle(lines);
        (Compilation moved, Policy after, _) = Judged([.. lines.SelectMany(line => new[] { "# a remark", "", line })], new Policy());
        baseline.Hide(after.Judge(moved.Findings, scope), after, scope).Findings.Where(finding => !after.IsLocked(finding.Rule)).Should().BeEmpty();
    }, iter: 300);

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(at => texts[at]);

    private static (Compilation Run, Policy Policy, RunScope Scope) Judged(string[] lines, Policy given)
    {
        Compilation run = Checked.Compile(Text(lines));
        return (run, Checked.PolicyFor(run, given), new RunScope(run.Phases, Checked.Today));
    }

    private static string Text(string[] lines) => string.Concat(lines.Select(line => line + "\n"));

    private static IEnumerable<string> Shown(Verdict verdict) =>
        verdict.Findings.Select(Shown).Concat(verdict.Excused.Select(excused => $"{Shown(excused.Finding)} by {excused.By.Key}"));

    private static string Shown(Finding finding) => $"{FindingText.Short(finding)} {finding.Severity} {finding.Fingerprint} {finding.Message}";
}
