using ManifestLinker.Compiler.Complete;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Profiles;
using ManifestLinker.Compiler.Resolve;
using ManifestLinker.Compiler.Tests.Cases;
using ManifestLinker.Grammar.Source;

namespace ManifestLinker.Compiler.Tests.Rules;

/// <summary>A finding has one name, whatever line it moves to, and no other finding of the run has it.</summary>
public sealed class FingerprintTests : IDisposable
{
    private readonly TemporaryDirectory top = new();

    public void Dispose() => top.Dispose();

    [Fact]
    public void No_two_findings_of_a_run_over_all_cases_have_one_fingerprint()
    {
        IReadOnlyList<Finding> findings = AllCasesAsOnePlatform("");
        findings.Count.Should().BeGreaterThan(150);
        findings.GroupBy(finding => finding.Fingerprint).Where(group => group.Count() > 1).Select(FindingText.Of).Should().BeEmpty();
    }

    [Fact]
    public void Fingerprints_do_not_change_where_lines_move()
    {
        IEnumerable<string> before = AllCasesAsOnePlatform("").Select(finding => finding.Fingerprint);
        IEnumerable<string> after = AllCasesAsOnePlatform("# moved\n\n").Select(finding => finding.Fingerprint);
        after.Should().BeEquivalentTo(before);
    }

    [Fact]
    public void Fingerprints_do_not_change_where_another_line_is_mended()
    {
        string[] both = [.. Checked.Findings("f a 0999 root bin\nf b 755 root bin\nx y\n").Select(finding => finding.Fingerprint)];
        string[] one = [.. Checked.Findings("f a 0555 root bin\nf b 755 root bin\nx y\n").Select(finding => finding.Fingerprint)];
        both.Should().HaveCount(3);
        one.Should().Equal(both[1..]);
    }

    // A suppressed or deselected finding must not hand its name on to the next one like it.
    [Fact]
    public void Fingerprints_do_not_depend_on_what_is_excused()
    {
        Compilation run = Checked.Compile("x y\nx y\nx y\n");
        string[] all = [.. new Policy().Judge(run.Findings).Findings.Select(finding => finding.Fingerprint)];
        Verdict verdict = new Policy { Suppressions = [new Suppression("MLC1001", null, "the second", "a", 2)] }.Judge(run.Findings);
        verdict.Findings.Select(finding => finding.Fingerprint).Should().Equal(all[0], all[2]);
        verdict.Excused.Select(excused => excused.Finding.Fingerprint).Should().Equal(all[1]);
    }

    [Fact]
    public void A_fingerprint_has_its_form() =>
        Checked.Findings("x y\n")[0].Fingerprint.Should().MatchRegex(@"\Amlc1:[0-9a-f]{16}\z");

    private IReadOnlyList<Finding> AllCasesAsOnePlatform(string before)
    {
        string[] names = [.. GoldenCase.Names("rules", "bad").Concat(GoldenCase.Names("incidents", "bad"))];
        var manifests = new List<(string, SourceText)>();
        var search = new List<SearchDirectory>();
        var areas = new List<CompleteArea>();
        foreach (string name in names)
        {
            var golden = new GoldenCase(name);
            areas.AddRange(golden.Profile.Complete);
            foreach ((string component, SourceText source) in golden.Manifests)
                manifests.Add(($"{name} {component}", new SourceText($"{name}/{source.Name}", before + source.Text)));
            foreach (string directory in golden.Search)
            {
                string at = top.At($"{name}/{directory}");
                if (!Directory.Exists(at)) golden.Build(directory, at);
                search.Add(new SearchDirectory(Checked.Host, $"{name}/{directory}", at));
            }
        }
        var input = new CompilationInput { Manifests = manifests, Profile = SmartOs.Profile with { Complete = areas }, Search = new SearchPath(search) };
        return new Policy().Judge(Compilation.Run(input, Checked.Host).Findings).Findings;
    }
}
