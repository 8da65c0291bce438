using System.Text;
using System.Text.Json;
using ManifestLinker.Compiler;
using ManifestLinker.Compiler.Bind;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Host;
using ManifestLinker.Compiler.Profiles;
using ManifestLinker.Grammar.Source;
using ManifestLinker.Runtime.Tests.Acceptance.Inputs;
using ManifestLinker.Testing;

namespace ManifestLinker.Runtime.Tests.Acceptance;

/// <summary>
/// Every finding on the real manifests has been looked at, and <c>docs/real-findings.md</c> says what came of it. Where a rule
/// finds more or less than the page has, the page as it should be is written beside it as <c>real-findings.md.actual</c>:
/// verdicts that were given stay, and a new finding is <c>unjudged</c>.
/// </summary>
public class RealFindingsTests
{
    private static readonly string Corpus = Checkout.Shared("corpus/smartos");

    private static readonly string[] Components = ["illumos", "illumos-extra", "live", "man"];

    [FactNeeding("shared:corpus/smartos")]
    public void The_page_has_every_finding_and_what_became_of_it()
    {
        string committed = File.ReadAllText(Checkout.At("docs/real-findings.md"));
        JudgedFinding[] excused = Excused();
        JsonElement run = JsonDocument.Parse(
            Mlc.Run(Corpus, ["check", "--no-resolve", "--define", "LIBSTDCXXVER=6.0.33", "--format", "json", .. Components.Select(Manifest)]).Exits(1).Bytes).RootElement;
        run.GetProperty("summary").GetProperty("suppressed").GetInt32().Should().Be(excused.Length);

        string page = new FindingsPage(committed).With(run.GetProperty("diagnostics").EnumerateArray().Select(Found), excused);

        GoldenFile.Verify(Checkout.At("docs"), "real-findings.md", Encoding.UTF8.GetBytes(page));
    }

    [Fact]
    public void Every_finding_is_judged_to_be_real_or_excused() =>
        new FindingsPage(File.ReadAllText(Checkout.At("docs/real-findings.md"))).Rows
            .Where(row => !row.Verdict.StartsWith("real: ", StringComparison.Ordinal) && !row.Verdict.StartsWith("excused: ", StringComparison.Ordinal))
            .Select(row => row.ToString()).Should().BeEmpty();

    [Fact]
    public void A_verdict_stays_with_its_rule_and_object()
    {
        const string before = "text\n\n|---|---|---|---|\n| MLC1 | `a` | m:1 | real: it is so |\n| MLC1 | `b` | m:2 | real: it was so |\n\nmore\n";
        new FindingsPage(before).With([[new("MLC2", "a", "m:1", ""), new("MLC1", "a", "m:7", ""), new("MLC3", "c", "m:8", "excused: known")]]).Should().Be(
            "text\n\n|---|---|---|---|\n| MLC2 | `a` | m:1 | unjudged |\n| MLC1 | `a` | m:7 | real: it is so |\n| MLC3 | `c` | m:8 | excused: known |\n\nmore\n");
    }

    private static JudgedFinding Found(JsonElement finding)
    {
        JsonElement place = finding.GetProperty("location");
        JsonElement subject = finding.GetProperty("subject");
        return new(
            finding.GetProperty("rule").GetString()!,
            subject.ValueKind == JsonValueKind.Null ? "" : subject.GetProperty("path").GetString()!,
            $"{place.GetProperty("file").GetString()}:{place.GetProperty("line").GetInt32()}",
            "");
    }

    // The program says how many findings are excused, and not which.
    private static JudgedFinding[] Excused()
    {
        Compilation compilation = Compilation.Run(
            new CompilationInput
            {
                Manifests = [.. Components.Select(name => (name, SourceText.FromBytes(Manifest(name), File.ReadAllBytes(Path.Combine(Corpus, Manifest(name))))))],
                Variables = new Variables(new Dictionary<string, string>(StringComparer.Ordinal) { ["LIBSTDCXXVER"] = "6.0.33" }),
                Profile = SmartOs.Profile,
            },
            new LinuxHost(new System.IO.Abstractions.FileSystem()));
        return [.. new Policy { BuiltIn = SmartOs.Profile.Exceptions }.Judge(compilation.Findings).Excused.Select(excused => new JudgedFinding(
            excused.Finding.Rule.Id,
            excused.Finding.Subject!.Path,
            $"{excused.Finding.Location!.File}:{excused.Finding.Location.Line}",
            $"excused: {excused.By.Reason} (profile: {excused.By.Rule} on `{excused.By.Paths}`)"))];
    }

    private static string Manifest(string component) => component + ".manifest";
}
