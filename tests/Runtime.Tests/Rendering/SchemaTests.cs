using System.Text;
using System.Text.Json;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Rules;
using ManifestLinker.Runtime.Rendering;
using ManifestLinker.Testing;

namespace ManifestLinker.Runtime.Tests.Rendering;

/// <summary>Documents of every JSON format against their schemas, by a validator of others.</summary>
public class SchemaTests
{
    [FactNeeding("python:jsonschema")]
    public void Json_keeps_to_its_schema() => Validate("json", Checkout.At("docs/schema/mlc.diagnostics-1.schema.json"));

    [FactNeeding("python:jsonschema")]
    public void Sarif_keeps_to_the_standard() => Validate("sarif", Schema("sarif.schema.json"));

    [FactNeeding("python:jsonschema")]
    public void Gitlab_keeps_to_its_schema() => Validate("gitlab", Schema("gitlab.schema.json"));

    [FactNeeding("python:jsonschema")]
    public void Rdjson_keeps_to_its_schema() => Validate("rdjson", Schema("rdjson.schema.json"));

    [FactNeeding("python:sarif_om")]
    public void Sarif_has_the_names_of_microsofts_classes()
    {
        using var here = new TemporaryFolder();
        Python.Run("sarif_om", Schema("sarif_om_names.py"), Documents("sarif", here)).Output.Should().MatchRegex(@"^6 documents, \d{3,} objects\n$");
    }

    [FactNeeding("python:jsonschema")]
    public void The_validator_finds_what_is_wrong()
    {
        using var here = new TemporaryFolder();
        string wrong = File.ReadAllText(Documents("sarif", here)[1]).Replace("\"ruleIndex\"", "\"rule-index\"", StringComparison.Ordinal);
        string file = here.Write("wrong", wrong);
        string python = Python.With("jsonschema")!;

        new Launch(python, [Schema("validate.py"), Schema("sarif.schema.json"), file]).Run().Exits(1).Output.Should().Contain("'ruleIndex' is a required property");
    }

    [Fact]
    public void Sarif_points_where_it_should()
    {
        foreach (Verdict verdict in new[] { Judged(Findings.OfEveryKind()), Judged(Findings.Hostile()), Findings.WithFixes() })
        {
            using JsonDocument json = JsonDocument.Parse(OutputFormats.Find("sarif")!.Renderer(Palette.Plain).Rendered(Findings.Run, verdict));
            SarifChecks.Check(json.RootElement, [.. verdict.Findings, .. verdict.Excused.Select(excused => excused.Finding)]);
        }
    }

    private static void Validate(string format, string schema)
    {
        using var here = new TemporaryFolder();
        Python.Run("jsonschema", Schema("validate.py"), [schema, .. Documents(format, here)]).Output.Should().Be("6 documents, 0 errors\n");
    }

    private static string[] Documents(string format, TemporaryFolder here)
    {
        Verdict[] verdicts = [new([], []), Findings.OfEveryKind(), Findings.Hostile(), Findings.WithFixes()];
        RunFacts all = Findings.Run with { Rules = RuleTable.All, HasBaseline = true, ExitCode = null };
        (RunFacts Run, Verdict Verdict)[] runs = [.. verdicts.Select(verdict => (Findings.Run, verdict)), (all, new Verdict([], [])), (all, Excused())];
        return [.. runs.Index().Select(run => here.Write($"{run.Index}.{format}", OutputFormats.Find(format)!.Renderer(Palette.Plain).Rendered(run.Item.Run, run.Item.Verdict)))];
    }

    private static Verdict Judged(Verdict verdict) => new Policy().Judge(verdict.Findings);

    private static Verdict Excused() => new Policy
    {
        Suppressions = [new Suppression("MLC2002", null, "why not", "manifest.d/live.manifest", 12), new Suppression("MLC", null, "")],
    }.Judge(Findings.OfEveryKind().Findings);

    private static string Schema(string name) => Checkout.At($"tests/Runtime.Tests/Rendering/Schemas/{name}");
}
