using System.Text.RegularExpressions;
using ManifestLinker.Compiler.Bind;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Rules;
using ManifestLinker.Compiler.Tests.Cases;

namespace ManifestLinker.Compiler.Tests.Rules;

/// <summary>The examples that explain a rule are true: the bad one fires it, the good one does not.</summary>
public sealed partial class ExampleTests
{
    // Their examples are of the proto area, the workspace file, an image or a foreign description: the rules themselves are tried elsewhere.
    private static readonly Phase[] BeyondManifests = [Phase.Configuration, Phase.Resolve, Phase.Audit, Phase.Layout, Phase.Verify, Phase.Compare, Phase.Import];

    public static TheoryData<string> Rules => new(RuleTable.All
        .Where(rule => !BeyondManifests.Contains(rule.Phase) && rule != StaleBaseline.Rule).Select(rule => rule.Id));

    [Theory]
    [MemberData(nameof(Rules))]
    public void The_bad_example_fires_and_the_good_one_does_not(string id)
    {
        Rule rule = RuleTable.Find(id)!;
        Fires(rule, rule.Bad).Should().BeTrue(rule.Bad);
        Fires(rule, rule.Good).Should().BeFalse(rule.Good);
    }

    // What cannot be shown in a line of text stands in brackets: <256 characters>, <CR>, <LF>, and <end of file>.
    private static bool Fires(Rule rule, string example)
    {
        if (example.StartsWith('(')) return false;
        var variables = new Dictionary<string, string>();
        string text = Define().Replace(example, match =>
        {
            variables[match.Groups[1].Value] = match.Groups[2].Value;
            return "";
        });
        text = Characters().Replace(text, match => new string('x', int.Parse(match.Groups[1].Value)));
        bool ends = text.EndsWith("<LF>") || text.EndsWith("<end of file>");
        text = text.Replace("<CR>", "\r").Replace("<LF>", "\n").Replace("<end of file>", "");
        Compilation compilation = Checked.Compile(new Variables(variables), _ => true, ends ? text : text + "\n");
        IEnumerable<Finding> findings = rule.Phase == Phase.Judgement ? Checked.Judge(compilation).Findings : compilation.Findings;
        return findings.Any(finding => finding.Rule == rule);
    }

    [GeneratedRegex(@"<(\d+) characters>", RegexOptions.None, 1000)]
    private static partial Regex Characters();

    [GeneratedRegex(@" +\(with --define (\w+)=([^)]*)\)", RegexOptions.None, 1000)]
    private static partial Regex Define();
}
