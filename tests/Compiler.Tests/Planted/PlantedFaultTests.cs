using CsCheck;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Profiles;
using ManifestLinker.Compiler.Rules;
using ManifestLinker.Compiler.Tests.Cases;
using ManifestLinker.Compiler.Tests.Fixes;

namespace ManifestLinker.Compiler.Tests.Planted;

/// <summary>
/// Faults that are known, planted into a platform that is sound, are found: each of them, with the rule, the place and the object that
/// are known beforehand, in the order they are shown, and nothing else.
/// </summary>
public sealed class PlantedFaultTests
{
    private static readonly Fault[] All = [.. SyntaxFaults.All, .. SemanticFaults.All, .. LinkFaults.All, .. PermissionFaults.All];

    // Those that are opt-in and speak of single objects are asked for.
    private static readonly Policy Asked = new()
    {
        Severities = [new(TrailingWhitespace.Rule.Id, Severity.Warning), new(CaseCollision.Rule.Id, Severity.Warning)],
    };

    [Fact]
    public void What_was_planted_is_found_and_nothing_else() =>
        PlantedPlatform.With(All).Sample(Check, iter: ManifestSoup.Iterations(1000));

    [Fact]
    public void Each_fault_by_itself_is_found() =>
        Gen.OneOf([.. All.Select(fault => PlantedPlatform.With([fault]))]).Sample(Check, iter: ManifestSoup.Iterations(All.Length * 4));

    [Fact]
    public void A_fault_is_planted_for_every_rule_about_lines_links_and_permissions()
    {
        string[] ofFiles = [Crlf.Rule.Id, NoNewlineAtEof.Rule.Id];
        string[] planted =
        [
            .. All.SelectMany(fault =>
            {
                var planting = new Planting("etc/p", "p");
                fault.Plant(planting);
                planting.Expectations.Should().NotBeEmpty(fault.Name);
                return planting.Expectations.Select(expected => expected.Rule.Id);
            }),
        ];
        // That a group of lines is not in order cannot be told of one line alone.
        RuleTable.All.Select(rule => rule.Id)
            .Where(id => id.StartsWith("MLC1", StringComparison.Ordinal) || id.StartsWith("MLC2", StringComparison.Ordinal) || id.StartsWith("MLC7", StringComparison.Ordinal))
            .Except(planted).Except(ofFiles)
            .Should().Equal(Unsorted.Rule.Id);
    }

    private static void Check(PlantedPlatform platform)
    {
        Compilation compilation = Compilation.Run(
            new CompilationInput
            {
                Manifests = [.. platform.Sources.Select(source => (source.Name, source))],
                Profile = SmartOs.Profile,
                Counts = Asked.Counts,
            },
            Checked.Host);
        Checked.Judge(compilation, Asked).Findings.Select(Short).Should().Equal(platform.Expected, platform.ToString());
    }

    private static string Short(Finding finding) => finding.Location is { } at
        ? $"{at.File}:{at.Line}:{at.Column} {finding.Rule.Id} {finding.Subject?.Path ?? "-"}"
        : finding.Message;
}
