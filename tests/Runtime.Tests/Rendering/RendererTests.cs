using System.Text;
using System.Text.Json;
using CsCheck;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Rules;
using ManifestLinker.Grammar.Source;
using ManifestLinker.Runtime.Rendering;

namespace ManifestLinker.Runtime.Tests.Rendering;

public class RendererTests
{
    public static TheoryData<string> Forms => new() { "human", "colour", "concise", "json" };

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
    public void A_clean_run_looks_as_recorded(string form)
    {
        RunFacts run = Findings.Run with { Skipped = [] };
        Verify($"clean.{form}", Renderer(form).Rendered(run, new Verdict([], [])));
    }

    [Theory]
    [InlineData("human")]
    [InlineData("concise")]
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
        Keys(json.RootElement.GetProperty("summary")).Should().Equal("error", "warning", "info", "suppressed", "baselined");
        JsonElement first = json.RootElement.GetProperty("diagnostics")[0];
        Keys(first).Should().Equal(
            "rule", "name", "severity", "phase", "message", "subject", "location", "related", "detail", "fixes", "detailKey", "fingerprint", "state");
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
    public void Any_text_can_be_shown_in_every_form()
    {
        Gen<string> anyText = Gen.OneOf(Gen.Char['\0', '\u00a0'], Gen.Char['\ud7f0', '\ue010'], Gen.Char)
            .Array[0, 200].Select(units => new string(units));
        Check.Sample(
            Gen.Select(anyText, Gen.Int[0, 210], Gen.Int[0, 210]),
            (text, start, length) =>
            {
                var source = new SourceText(text, text);
                var place = new Location(source, 1, start + 1, start + length + 1);
                var finding = Finding.Of(Extra.Rule, text, place) with { Help = text, Related = [new(text, place), new(text, null, text)], Subject = new(text, "file", text) };
                foreach (string form in new[] { "human", "concise", "json" })
                {
                    byte[] shown = Renderer(form).Rendered(Findings.Run, new Verdict([finding], []));
                    string decoded = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(shown);
                    if (form == "json") JsonDocument.Parse(decoded).Dispose();
                    else Assert.DoesNotContain(decoded, unit => char.IsControl(unit) && unit != '\n');
                }
            },
            iter: 2000);
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
            .Replace($"\"version\": \"{Tool.Version}\"", "\"version\": \"VERSION\"", StringComparison.Ordinal)
            .Replace(RulesHash.Of(RuleTable.All), "HASH", StringComparison.Ordinal);
        GoldenFile.Verify("rendering", name, Encoding.UTF8.GetBytes(text));
    }

    private static IEnumerable<string> Keys(JsonElement element) => element.EnumerateObject().Select(property => property.Name);

    private static IFindingRenderer Renderer(string form) => form switch
    {
        "human" => new HumanRenderer(Palette.Plain),
        "colour" => new HumanRenderer(Palette.Ansi),
        "concise" => new ConciseRenderer(),
        _ => new JsonRenderer(),
    };
}
