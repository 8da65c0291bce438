using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Rules;
using ManifestLinker.Runtime.Explain;
using ManifestLinker.Runtime.Rendering;

namespace ManifestLinker.Runtime.Tests.Rendering;

public class RendererTests
{
    public static TheoryData<string> Forms => [.. OutputFormats.All.Select(format => format.Name), "colour"];

    [Theory]
    [MemberData(nameof(Forms))]
    public void Every_kind_of_finding_looks_as_recorded(string form) =>
        Verify($"kinds.{form}", Renderer(form).Rendered(Findings.Run, Findings.OfEveryKind()));

    [Theory]
    [MemberData(nameof(Forms))]
    public void Hostile_text_looks_as_recorded(string form) =>
        Verify($"hostile.{form}", Renderer(form).Rendered(Findings.Run, Findings.Hostile()));

    [Theory]
    [MemberData(nameof(Forms))]
    public void What_can_be_mended_looks_as_recorded(string form) =>
        Verify($"fixes.{form}", Renderer(form).Rendered(Findings.Run with { Skipped = [] }, Findings.WithFixes()));

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_clean_run_looks_as_recorded(string form)
    {
        RunFacts run = Findings.Run with { Skipped = [] };
        Verify($"clean.{form}", Renderer(form).Rendered(run, new Verdict([], [])));
    }

    [Theory]
    [InlineData("human")]
    [InlineData("concise")]
    [InlineData("github")]
    [InlineData("junit")]
    public void No_control_character_reaches_the_terminal(string form)
    {
        string text = Encoding.UTF8.GetString(Renderer(form).Rendered(Findings.Run, Findings.Hostile()));

        text.Where(unit => char.IsControl(unit) && unit != '\n').Should().BeEmpty();
        text.Should().NotContain("\u202e").And.NotContain("\ufffd");
    }

    [Fact]
    public void Colours_change_nothing_but_colour()
    {
        foreach (Verdict verdict in new[] { Findings.OfEveryKind(), Findings.Hostile() })
        {
            string plain = Encoding.UTF8.GetString(Renderer("human").Rendered(Findings.Run, verdict));
            string colour = Encoding.UTF8.GetString(Renderer("colour").Rendered(Findings.Run, verdict));

            colour.Should().Contain("\e[1;33m");
            System.Text.RegularExpressions.Regex.Replace(colour, "\e\\[[0-9;]*m", "").Should().Be(plain);
        }
    }

    [Fact]
    public void The_json_has_the_keys_of_the_schema_in_their_order()
    {
        using JsonDocument json = JsonDocument.Parse(Renderer("json").Rendered(Findings.Run, Findings.OfEveryKind()));

        Keys(json.RootElement).Should().Equal("schema", "tool", "run", "summary", "diagnostics");
        Keys(json.RootElement.GetProperty("summary")).Should().Equal("error", "warning", "info", "suppressed", "baselined", "fixable", "unsafelyFixable");
        JsonElement first = json.RootElement.GetProperty("diagnostics")[0];
        Keys(first).Should().Equal(
            "rule", "name", "severity", "phase", "message", "help", "subject", "location", "related", "detail", "fixes", "detailKey", "fingerprint", "state");
        Keys(first.GetProperty("location")).Should().Equal("file", "line", "column", "endLine", "endColumn");
        first.GetProperty("related")[0].GetProperty("file").GetString().Should().Be("manifest.d/illumos.manifest");
    }

    [Theory]
    [InlineData(Severity.Info, false)]
    [InlineData(Severity.Warning, false)]
    [InlineData(Severity.Error, true)]
    [InlineData(null, true)]
    public void A_run_is_ok_when_nothing_reaches_the_threshold(Severity? failOn, bool ok)
    {
        var verdict = new Verdict([Finding.Of(Extra.Rule, "one warning")], []);
        using JsonDocument json = JsonDocument.Parse(Renderer("json").Rendered(Findings.Run with { FailOn = failOn }, verdict));

        json.RootElement.GetProperty("run").GetProperty("ok").GetBoolean().Should().Be(ok);
    }

    [Fact]
    public void The_hash_names_the_rules()
    {
        string all = RulesHash.Of(RuleTable.All);

        all.Should().MatchRegex("^xxh64:[0-9a-f]{16}$");
        RulesHash.Of(RuleTable.All.Skip(1)).Should().NotBe(all);
        RulesHash.Of(RuleTable.All).Should().Be(all);
    }

    // Version and rules change with every release; how findings look does not.
    private static void Verify(string name, byte[] actual)
    {
        string text = Encoding.UTF8.GetString(actual)
            .Replace($"ersion\": \"{Tool.Version}\"", "ersion\": \"VERSION\"", StringComparison.Ordinal)
            .Replace(RulesHash.Of(RuleTable.All), "HASH", StringComparison.Ordinal);
        foreach (Rule rule in RuleTable.All)
        {
            foreach ((string said, string mark) in new[] { (RuleText.Explain(rule), "TEXT"), (RuleMarkdown.Section(rule), "MARKDOWN"), (rule.Summary, "SUMMARY"), (rule.Explanation, "EXPLANATION") })
                text = text.Replace($"\"{JsonEncodedText.Encode(said, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"", $"\"{mark} {rule.Id}\"", StringComparison.Ordinal);
        }
        GoldenFile.Verify("rendering", name, Encoding.UTF8.GetBytes(text));
    }

    private static IEnumerable<string> Keys(JsonElement element) => element.EnumerateObject().Select(property => property.Name);

    private static IFindingRenderer Renderer(string form) =>
        form == "colour" ? new HumanRenderer(Palette.Ansi) : OutputFormats.Find(form)!.Renderer(Palette.Plain);
}
