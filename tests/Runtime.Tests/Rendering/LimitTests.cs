using System.Text;
using System.Text.Json;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Rules;
using ManifestLinker.Grammar.Source;
using ManifestLinker.Runtime.Rendering.Github;
using ManifestLinker.Runtime.Rendering.Sarif;

namespace ManifestLinker.Runtime.Tests.Rendering;

/// <summary>What a format has no room for is the least grave, and is never left out in silence.</summary>
public class LimitTests
{
    [Theory]
    [InlineData(10, 10, 10, 30, "")]
    [InlineData(0, 0, 10, 10, "")]
    [InlineData(11, 3, 0, 14, "1 of 14 findings are not annotated")]
    [InlineData(300, 11, 12, 30, "294 of 323 findings are not annotated")]
    [InlineData(0, 0, 11, 10, "2 of 11 findings are not annotated")]
    public void Github_gets_ten_annotations_of_a_level_and_word_of_the_rest(int errors, int warnings, int infos, int lines, string rest)
    {
        string[] written = Encoding.UTF8.GetString(new GithubRenderer().Rendered(Findings.Run, Of(errors, warnings, infos))).Split('\n')[..^1];

        written.Should().HaveCount(lines);
        foreach (string level in new[] { "::error", "::warning", "::notice" })
            written.Count(line => line.StartsWith(level, StringComparison.Ordinal)).Should().BeLessThanOrEqualTo(10);
        written.Count(line => line.Contains("not annotated", StringComparison.Ordinal)).Should().Be(rest.Length > 0 ? 1 : 0);
        if (rest.Length > 0) written[^1].Should().Contain(rest);
    }

    [Fact]
    public void Sarif_keeps_the_gravest_results_and_says_how_many_are_left_out()
    {
        using JsonDocument json = JsonDocument.Parse(new SarifRenderer(maxResults: 12).Rendered(Findings.Run with { Skipped = [] }, Of(10, 5, 5)));

        JsonElement run = json.RootElement.GetProperty("runs")[0];
        run.GetProperty("results").EnumerateArray().Select(result => result.GetProperty("level").GetString())
            .Should().Equal([.. Enumerable.Repeat("error", 10), "warning", "warning"]);
        run.GetProperty("invocations")[0].GetProperty("toolExecutionNotifications").EnumerateArray().Select(note => note.GetProperty("message").GetProperty("text").GetString())
            .Should().Equal("8 of 20 results are left out, the least grave: a run may have no more than 12");
    }

    [Fact]
    public void Sarif_keeps_as_many_related_places_as_github_does()
    {
        var finding = Finding.Of(Extra.Rule, "one") with { Related = [.. Enumerable.Range(1, 107).Select(at => new Related($"place {at}", null))] };
        using JsonDocument json = JsonDocument.Parse(new SarifRenderer().Rendered(Findings.Run with { Skipped = [] }, new Verdict([finding], [])));

        JsonElement run = json.RootElement.GetProperty("runs")[0];
        run.GetProperty("results")[0].GetProperty("relatedLocations").GetArrayLength().Should().Be(100);
        run.GetProperty("invocations")[0].GetProperty("toolExecutionNotifications")[0].GetProperty("message").GetProperty("text").GetString().Should().StartWith("7 related places");
    }

    [Fact]
    public void The_summary_of_a_step_stays_below_what_github_takes()
    {
        byte[] summary = new StepSummaryRenderer().Rendered(Findings.Run, Of(20_000, 0, 0));

        summary.Length.Should().BeLessThan(1 << 20);
        Encoding.UTF8.GetString(summary).Should().MatchRegex(@"\n\d+ more findings have no room here\.\n");
    }

    // The values are those that the tests of github/codeql-action demand.
    [Theory]
    [InlineData("", "c129715d7a2bc9a3:1")]
    [InlineData(" a\nb\n  \t\tc\n d", "271789c17abda88f:1 54703d4cd895b18:1 180aee12dab6264:1 a23a3dc5e078b07b:1")]
    [InlineData(" hello; \t\r\nworld!!!\r\n\n\r  \t\tGreetings\r End\r\n", "e9496ae3ebfced30:1 fb7c023a8b9ccb3f:1 ce8ba1a563dcdaca:1 e20e36e16fcb0cc8:1 b3edc88f2938467e:1 c8e28b0b4002a3a0:1 c129715d7a2bc9a3:1")]
    public void A_line_has_the_hash_that_github_gives_it(string text, string hashes)
    {
        var lines = new LineHashes(new SourceText("m", text));
        string[] expected = hashes.Split(' ');

        Enumerable.Range(1, expected.Length).Select(lines.Of).Should().Equal(expected);
        lines.Of(expected.Length + 1).Should().BeNull();
    }

    [Fact]
    public void Lines_with_one_hash_are_numbered()
    {
        var lines = new LineHashes(new SourceText("m", string.Concat(Enumerable.Repeat("Lorem ipsum dolor sit amet.\n", 10))));

        Enumerable.Range(1, 11).Select(lines.Of).Should().Equal(
            "a7f2ff13bc495cf2:1", "a7f2ff13bc495cf2:2", "a7f2ff13bc495cf2:3", "a7f2ff13bc495cf2:4", "a7f2ff13bc495cf2:5", "a7f2ff13bc495cf2:6",
            "a7f2ff1481e87703:1", "a9cf91f7bbf1862b:1", "55ec222b86bcae53:1", "cc97dc7b1d7d8f7b:1", "c129715d7a2bc9a3:1");
    }

    private static Verdict Of(int errors, int warnings, int infos) => new(
        [.. Some(infos, Severity.Info), .. Some(warnings, Severity.Warning), .. Some(errors, Severity.Error)], []);

    private static IEnumerable<Finding> Some(int count, Severity severity) =>
        Enumerable.Range(1, count).Select(at => Finding.Of(Extra.Rule, $"{severity} {at}") with { Severity = severity, DetailKey = $"{severity} {at}" });
}
