using System.Text.RegularExpressions;
using ManifestLinker.Compiler.Tests.Cases;

namespace ManifestLinker.Compiler.Tests.Rules;

/// <summary>The page about the incidents of the past and the cases that replay them tell of the same.</summary>
public sealed partial class IncidentTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Repository.Root, "docs/incidents.md"));

    private static readonly (string Case, string[] Rules)[] Rows =
    [
        .. Row().Matches(Page).Select(row => (row.Groups["case"].Value, (string[])[.. RuleId().Matches(row.Groups["mlc"].Value).Select(id => id.Value)])),
    ];

    public static TheoryData<string> Cases => new(GoldenCase.Names("incidents", "bad").Select(name => name.Split('/')[1]));

    [Fact]
    public void Every_case_has_one_row_and_every_row_a_case() => Rows.Select(row => row.Case)
        .Where(name => !name.Contains('/')).Order(StringComparer.Ordinal)
        .Should().Equal(GoldenCase.Names("incidents", "bad").Select(name => name.Split('/')[1]));

    [Fact]
    public void A_case_of_another_kind_is_there() => Rows.Select(row => row.Case).Where(name => name.Contains('/'))
        .Should().NotBeEmpty().And.OnlyContain(name => File.Exists(Path.Combine(Repository.Golden, name, "transcript")));

    [Fact]
    public void Every_row_of_a_table_is_read() =>
        Page.Split('\n').Count(line => line.StartsWith('|') && line.Contains('`') && line.TrimEnd().EndsWith("` |", StringComparison.Ordinal)).Should().Be(Rows.Length);

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_rules_of_a_row_are_those_that_its_case_fires(string name)
    {
        string said = File.ReadAllText(new GoldenCase($"incidents/{name}/bad").ExpectedFile);
        IEnumerable<string> fired = SaidRule().Matches(said).Select(match => match.Groups["id"].Value).Distinct();
        Rows.Single(row => row.Case == name).Rules.Should().BeEquivalentTo(fired);
    }

    [GeneratedRegex(@"^\|.*\| (?<mlc>[^|]*) \| `(?<case>[^`|]+)` \|$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Row();

    [GeneratedRegex(@"MLC\d{4}", RegexOptions.None, 1000)]
    private static partial Regex RuleId();

    // At the start of a line of findings, behind its place and severity.
    [GeneratedRegex(@"^(\S+: )?(error|warning|info) (?<id>MLC\d{4}) ", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SaidRule();
}
