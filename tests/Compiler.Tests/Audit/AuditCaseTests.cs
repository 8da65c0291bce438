using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Rules;
using ManifestLinker.Compiler.Tests.Cases;
using ManifestLinker.Grammar.Source;

namespace ManifestLinker.Compiler.Tests.Audit;

/// <summary>
/// Every rule of the audit has a case that fires it and one that fires nothing, and what is said stands in <c>expected.txt</c>, to the
/// letter; what came out instead is written beside it as <c>expected.actual</c>.
/// </summary>
public sealed class AuditCaseTests
{
    public static TheoryData<string> BadCases => new(AuditCase.Names("bad"));

    public static TheoryData<string> GoodCases => new(AuditCase.Names("good"));

    [Theory]
    [MemberData(nameof(BadCases))]
    public void What_is_wrong_is_said_to_the_letter(string name)
    {
        var golden = new AuditCase(name);
        IReadOnlyList<Finding> findings = golden.Findings();
        string actual = FindingText.Of(findings);
        string expected = File.Exists(golden.ExpectedFile) ? EscapedUtf8.Decode(File.ReadAllBytes(golden.ExpectedFile)) : "";
        string beside = Path.ChangeExtension(golden.ExpectedFile, ".actual");
        if (actual == expected) File.Delete(beside);
        else File.WriteAllBytes(beside, EscapedUtf8.Encode(actual));

        actual.Should().Be(expected);
        actual.Should().NotBeEmpty();
        findings.Select(finding => finding.Fingerprint).Should().OnlyHaveUniqueItems();
        foreach (Finding finding in findings)
        {
            foreach (string text in new[] { finding.Message, finding.Help ?? "none" }.Concat(finding.Related.Select(r => r.Message)))
                text.Should().MatchRegex(@"\A[^A-Z\s][^\n\r]*\S\z").And.NotMatchRegex(@"\w\.\z").And.NotContainAny("\t", "  ");
        }
    }

    [Theory]
    [MemberData(nameof(BadCases))]
    public void A_bad_case_fires_its_own_rule(string name)
    {
        Rule? rule = RuleTable.Find(name.Split('/', '-')[1]);
        if (rule is not null) new AuditCase(name).Findings().Should().Contain(finding => finding.Rule == rule);
    }

    [Theory]
    [MemberData(nameof(GoodCases))]
    public void What_is_right_is_left_in_peace(string name) => FindingText.Of(new AuditCase(name).Findings()).Should().BeEmpty();

    [Fact]
    public void Every_rule_of_the_audit_has_its_cases()
    {
        string[] expected = [.. RuleTable.All.Where(rule => rule.Phase == Phase.Audit).Select(rule => $"audit/{rule.Id}-{rule.Name}")];
        AuditCase.Names("bad").Where(name => name.Contains("/MLC", StringComparison.Ordinal)).Should().Equal(expected.Select(name => name + "/bad"));
        AuditCase.Names("good").Where(name => name.Contains("/MLC", StringComparison.Ordinal)).Should().Equal(expected.Select(name => name + "/good"));
    }
}
