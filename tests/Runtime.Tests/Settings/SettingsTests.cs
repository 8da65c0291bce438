using System.Text.Json;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Profiles;
using ManifestLinker.Compiler.Rules;
using ManifestLinker.Grammar.Source;
using ManifestLinker.Runtime.Rendering;
using ManifestLinker.Runtime.Settings;
using ManifestLinker.Runtime.Workspace;
using ManifestLinker.Testing;

namespace ManifestLinker.Runtime.Tests.Settings;

/// <summary>What <c>mlc config --show</c> says; its words stand in <c>tests/golden/config</c>.</summary>
public class SettingsTests
{
    public static TheoryData<string> GoodFiles =>
    [
        "", "[filesystem.root]\nsize = 'auto'\n", "[variables]\n\"A\" = 'quote \" backslash \\ tab \\t bell'\nB = \"\\u0007\\u202e\"\n",
        File.ReadAllText(Path.Combine(Repository.Golden, "workspace", "whole.toml")), File.ReadAllText(Path.Combine(Repository.Sample, "mlc.toml")),
    ];

    [Theory]
    [MemberData(nameof(GoodFiles))]
    public void What_is_shown_is_a_workspace_file_that_says_the_same(string text)
    {
        WorkspaceFile file = Read(text);

        WorkspaceFile again = Read(Shown(file));

        again.ToProfile(SmartOs.Profile).Underfiles.Should().Equal(file.ToProfile(SmartOs.Profile).Underfiles);
        again.ToProfile(SmartOs.Profile).Root.Should().Be(file.ToProfile(SmartOs.Profile).Root);
        again.ToProfile(SmartOs.Profile).Usr.Should().Be(file.ToProfile(SmartOs.Profile).Usr);
        again.VariableValues.Select(pair => (pair.Key, pair.Value.Value)).Should().Equal(file.VariableValues.Select(pair => (pair.Key, pair.Value.Value)));
        again.Components.Select(component => component.Name.Value).Should().Equal(file.Components.Select(component => component.Name.Value));
        again.Exceptions.Select(section => section.Path.Value.Pattern).Should().Equal(file.Exceptions.Select(section => section.Path.Value.Pattern));
        foreach (Rule rule in RuleTable.All) again.ToPolicy().Counts(rule).Should().Be(file.ToPolicy().Counts(rule), rule.Id);
    }

    [FactNeeding("python:tomllib")]
    public void What_is_shown_is_TOML_for_others()
    {
        using TemporaryFolder folder = new();
        string file = folder.Write("shown.toml", Shown(Read(File.ReadAllText(Path.Combine(Repository.Golden, "workspace", "whole.toml")))));

        string read = new Launch(Python.With("tomllib")!, ["-c", "import json, sys, tomllib; print(json.dumps(tomllib.load(open(sys.argv[1], 'rb'))))", file]).Run().Exits(0).Output;

        JsonElement top = JsonDocument.Parse(read).RootElement;
        top.GetProperty("filesystem").GetProperty("root").GetProperty("size").GetString().Should().Be("auto");
        top.GetProperty("component").GetArrayLength().Should().Be(2);
    }

    [Theory]
    [InlineData("[rules]\nselect = ['MLC7']\n", "MLC2002", "off", "mlc.toml:2:11")]
    [InlineData("[rules]\nselect = ['MLC7']\n", "MLC7001", "error", "default")]
    [InlineData("[rules]\nignore = ['MLC1', 'MLC7']\n", "MLC7001", "off", "mlc.toml:2:19")]
    [InlineData("[rules.severity]\nMLC7 = 'info'\n", "MLC7001", "info", "mlc.toml:2:8")]
    [InlineData("[rules.severity]\nMLC7001 = 'error'\nMLC7 = 'info'\n", "MLC7001", "info", "mlc.toml:3:8")]
    [InlineData("[rules.severity]\nMLC7001 = 'off'\n", "MLC7001", "off", "mlc.toml:2:11")]
    [InlineData("", "MLC7001", "error", "default")]
    public void A_rule_has_the_severity_that_somebody_decided(string text, string rule, string level, string origin)
    {
        WorkspaceFile file = Read(text);

        Setting setting = new RuleLevels(file, file.ToPolicy(), [], [], []).All().Single(setting => setting.Key == rule);

        setting.Value.Should().Be(new TextSetting(level));
        setting.Origins.Should().ContainSingle().Which.Text(new FileNames("/")).Should().Be(origin);
    }

    [Fact]
    public void Programs_get_every_value_with_its_origin()
    {
        WorkspaceFile file = Read("[[component]]\nname = 'a'\nmanifest = 'm'\n[[component]]\nname = 'b'\nmanifests = ['n', 'o']\n[rules]\nignore = ['crlf']\n");
        var given = new GivenSettings();
        given.Extend("rules.ignore", SettingValue.Of(["MLC1019"]), new OptionOrigin("--ignore"));
        given.Replace("platform.buildstamp", new TextSetting("20260101T000000Z"), new EnvironmentOrigin("BUILDSTAMP"));
        using var output = new MemoryStream();
        SettingsJson.Write(SettingsInForce.Of(file, given, SmartOs.Profile, []), ["mlc.toml"], new FileNames("/"), output);

        JsonElement json = JsonDocument.Parse(output.ToArray()).RootElement;
        json.GetProperty("schema").GetString().Should().Be("mlc.config/1");
        string Of(string key) => json.GetProperty("settings").EnumerateArray().Where(setting => setting.GetProperty("key").GetString() == key)
            .Select(setting => setting.GetProperty("value").GetRawText() + " " + setting.GetProperty("origins").GetRawText()).Single().Replace("\n", "").Replace(" ", "");
        Of("component[1].manifests").Should().Be("""["n","o"][{"kind":"file","file":"mlc.toml","line":6,"column":13}]""");
        Of("rules.ignore").Should().Be("""["crlf","MLC1019"][{"kind":"file","file":"mlc.toml","line":8,"column":10},{"kind":"option","option":"--ignore"}]""");
        Of("platform.buildstamp").Should().Be("""
            "20260101T000000Z"[{"kind":"environment","variable":"BUILDSTAMP"}]
            """);
        Of("filesystem.root.size").Should().Be("""350000[{"kind":"profile","profile":"smartos"}]""");
        Of("link.fail-on").Should().Be("""
            "error"[{"kind":"default"}]
            """);
    }

    private static string Shown(WorkspaceFile file) => SettingsText.Of(
        SettingsInForce.Of(file, new GivenSettings(), SmartOs.Profile, new RuleLevels(file, file.ToPolicy(), [], [], []).All()), [], new FileNames("/"));

    private static WorkspaceFile Read(string text)
    {
        (WorkspaceFile? file, IReadOnlyList<ConfigurationProblem> problems) = WorkspaceFile.Read(new SourceText("mlc.toml", text));
        problems.Should().BeEmpty();
        return file!;
    }
}
