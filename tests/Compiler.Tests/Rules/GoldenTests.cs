using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Rules;
using ManifestLinker.Compiler.Tests.Cases;
using ManifestLinker.Grammar.Source;

namespace ManifestLinker.Compiler.Tests.Rules;

/// <summary>
/// Every rule has a case that fires it and one that fires nothing; every incident from the history of the manifests has one that
/// shows what would have been said. What is said stands in <c>expected.txt</c>, to the letter. Where it differs, what came out
/// is written beside it as <c>expected.actual</c>; moving that over the other accepts it.
/// </summary>
public sealed class GoldenTests
{
    public static TheoryData<string> BadCases => new(GoldenCase.Names("rules", "bad").Concat(GoldenCase.Names("incidents", "bad")));

    public static TheoryData<string> GoodCases => new(GoldenCase.Names("rules", "good").Concat(GoldenCase.Names("incidents", "good")));

    [Theory]
    [MemberData(nameof(BadCases))]
    public void What_is_wrong_is_said_to_the_letter(string name)
    {
        var golden = new GoldenCase(name);
        string actual = FindingText.Of(golden.Findings());
        string expected = File.Exists(golden.ExpectedFile) ? EscapedUtf8.Decode(File.ReadAllBytes(golden.ExpectedFile)) : "";
        string beside = Path.ChangeExtension(golden.ExpectedFile, ".actual");
        if (actual == expected) File.Delete(beside);
        else File.WriteAllBytes(beside, EscapedUtf8.Encode(actual));

        actual.Should().Be(expected);
        actual.Should().NotBeEmpty();
    }

    [Theory]
    [MemberData(nameof(GoodCases))]
    public void What_is_right_is_left_in_peace(string name) =>
        FindingText.Of(new GoldenCase(name).Findings()).Should().BeEmpty();

    [Fact]
    public void Every_rule_about_manifests_has_its_cases()
    {
        string[] expected = [.. RuleTable.All
            .Where(rule => rule.Phase is Phase.Syntax or Phase.Semantics or Phase.Resolve or Phase.Judgement)
            .Where(rule => rule != StaleBaseline.Rule)
            .Select(rule => $"rules/{rule.Id}-{rule.Name}")];
        GoldenCase.Names("rules", "bad").Should().Equal(expected.Select(name => name + "/bad"));
        GoldenCase.Names("rules", "good").Should().Equal(expected.Select(name => name + "/good"));
    }

    [Fact]
    public void Every_bad_case_fires_its_own_rule()
    {
        foreach (string name in GoldenCase.Names("rules", "bad"))
        {
            string id = name.Split('/', '-')[1];
            new GoldenCase(name).Findings().Should().Contain(finding => finding.Rule.Id == id, name);
        }
    }

    [Fact]
    public void Messages_and_help_are_one_line_in_lower_case_without_a_full_stop()
    {
        Finding[] all = [.. GoldenCase.Names("rules", "bad").SelectMany(name => new GoldenCase(name).Findings())];
        foreach (Finding finding in all)
        {
            foreach (string text in new[] { finding.Message, finding.Help ?? "none" }.Concat(finding.Related.Select(r => r.Message)))
            {
                text.Should().MatchRegex(@"\A[^A-Z\s][^\n\r]*\S\z", finding.Rule.Id);
                text.Should().NotMatchRegex(@"\w\.\z", finding.Rule.Id);
                text.Should().NotContainAny("\t", "  ");
            }
        }
    }
}
