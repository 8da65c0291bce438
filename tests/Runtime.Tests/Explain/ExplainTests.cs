using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Rules;
using ManifestLinker.Grammar.Parsing;
using ManifestLinker.Grammar.Source;
using ManifestLinker.Runtime.Explain;
using ManifestLinker.Runtime.Workspace;

namespace ManifestLinker.Runtime.Tests.Explain;

public class ExplainTests
{
    public static TheoryData<string> Ids => [.. RuleTable.All.Select(rule => rule.Id)];

    [Fact]
    public void The_page_of_rules_is_up_to_date()
    {
        string file = Path.Combine(Repository.Root, "docs", "rules.md");
        string committed = File.Exists(file) ? File.ReadAllText(file) : "";

        string page = RuleMarkdown.Page(RuleTable.All);

        bool isCurrent = string.Equals(page, committed, StringComparison.Ordinal);
        isCurrent.Should().BeTrue("docs/rules.md must tell what the code tells; to make it again, run: {0}", RuleMarkdown.Command);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void An_explanation_says_all_of_it(string id)
    {
        Rule rule = RuleTable.Find(id)!;
        string text = RuleText.Explain(rule);

        text.Should().StartWith($"{rule.Id} {rule.Name}\n").And.EndWith("\n").And.Contain(rule.Summary);
        Words(text).Should().ContainInOrder(Words(rule.Explanation));
        foreach (string line in rule.Bad.Split('\n').Concat(rule.Good.Split('\n')).Where(line => line.Length > 0)) text.Should().Contain(line.Trim());
        text.Contains("[rules.severity]").Should().Be(!RuleFacts.IsLocked(rule) && rule.Phase != Phase.Configuration);
        foreach (string line in text.Split('\n')) line.Should().Be(line.TrimEnd());
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void What_is_advised_to_suppress_a_finding_is_understood(string id)
    {
        foreach (Remedy remedy in Remedy.Of(RuleTable.Find(id)!))
        {
            var source = new SourceText("advice", remedy.Text + "\n");
            if (remedy.Format == "toml")
            {
                (WorkspaceFile? file, IReadOnlyList<ConfigurationProblem> problems) = WorkspaceFile.Read(source);
                problems.Should().BeEmpty();
                Policy policy = file!.ToPolicy();
                (policy.Suppressions.Count + policy.Severities.Count).Should().Be(1);
            }
            else
            {
                InlineSuppressions.In(ManifestParser.Parse(source)).Should().ContainSingle().Which.Rule.Should().Be(id);
            }
        }
    }

    [Fact]
    public void An_explanation_looks_as_recorded() =>
        GoldenFile.Verify("rendering", "explain.MLC2002", System.Text.Encoding.UTF8.GetBytes(RuleText.Explain(DuplicateConflict.Rule)));

    [Fact]
    public void The_list_has_a_line_for_each_rule()
    {
        string[] lines = RuleText.List(RuleTable.All).TrimEnd('\n').Split('\n');

        lines.Should().HaveCount(RuleTable.All.Count);
        lines.Should().BeInAscendingOrder(StringComparer.Ordinal);
        lines.Should().Contain(line => line.StartsWith("MLC2002  error    duplicate-conflict ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("MLC2002", "MLC2002")]
    [InlineData("mlc2002", "MLC2002")]
    [InlineData("duplicate-conflict", "MLC2002")]
    [InlineData("Duplicate-Conflict", "MLC2002")]
    public void A_rule_is_found_by_id_and_name(string name, string id) => RuleLookup.Find(name).Rule!.Id.Should().Be(id);

    [Theory]
    [InlineData("MLC2202", "there is no rule 'MLC2202'; did you mean 'MLC2002'?")]
    [InlineData("mlc2202", "there is no rule 'mlc2202'; did you mean 'MLC2002'?")]
    [InlineData("duplicate-conflicts", "there is no rule 'duplicate-conflicts'; did you mean 'duplicate-conflict'?")]
    [InlineData("banana", "there is no rule 'banana'")]
    [InlineData("", "there is no rule ''")]
    public void For_an_unknown_rule_the_nearest_is_named(string name, string problem)
    {
        (Rule? rule, string said) = RuleLookup.Find(name);

        rule.Should().BeNull();
        said.Should().Be(problem);
    }

    private static string[] Words(string text) => text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
}
