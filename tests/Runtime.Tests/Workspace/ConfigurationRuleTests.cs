using System.IO.Abstractions.TestingHelpers;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Rules;
using ManifestLinker.Grammar.Source;
using ManifestLinker.Runtime.Workspace;
using ManifestLinker.Runtime.Workspace.Inheritance;

namespace ManifestLinker.Runtime.Tests.Workspace;

/// <summary>The rules about the workspace file: their examples are true, and each problem is of one of them.</summary>
public class ConfigurationRuleTests
{
    public static TheoryData<string> Ids => [.. RuleTable.All.Where(rule => rule.Phase is Phase.Configuration).Select(rule => rule.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_bad_example_fires_and_the_good_one_does_not(string id)
    {
        Rule rule = RuleTable.Find(id)!;

        Problems(rule.Bad).Should().Contain(problem => problem.Rule == rule, rule.Bad);
        Problems(rule.Good).Should().BeEmpty(rule.Good);
    }

    [Fact]
    public void There_are_such_rules() => Ids.Should().HaveCount(5);

    private static IReadOnlyList<ConfigurationProblem> Problems(string text)
    {
        var files = new MockFileSystem(
            new Dictionary<string, MockFileData>(StringComparer.Ordinal) { ["/build/mlc.toml"] = new(text), ["/base.toml"] = new("") }, "/build");
        return WorkspaceFile.Read(new SourceText("mlc.toml", text), new BaseFiles(files, path => new SourceText(path, files.File.ReadAllText(path)))).Problems;
    }
}
