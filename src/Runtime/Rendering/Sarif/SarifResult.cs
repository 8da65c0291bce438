using System.Text.Json;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Grammar.Source;

namespace ManifestLinker.Runtime.Rendering.Sarif;

/// <summary>Writes findings as results of one run.</summary>
internal sealed class SarifResult(Utf8JsonWriter json, RunFacts run, IReadOnlyList<Rule> rules)
{
    /// <summary>How many related places of a result GitHub keeps (docs.github.com, "SARIF results exceed one or more limits").</summary>
    public const int MaxRelated = 100;

    private readonly SarifPlaces places = new(json, run);
    private readonly Dictionary<Rule, int> indices = rules.Index().ToDictionary(rule => rule.Item, rule => rule.Index);
    private readonly Dictionary<SourceText, LineHashes> hashes = [];

    /// <summary>Writes <paramref name="finding"/>; <paramref name="by"/> is its excuse, where it has one.</summary>
    public void Write(Finding finding, Suppression? by) => json.WriteObject(null, () =>
    {
        json.WriteString("ruleId", finding.Rule.Id);
        json.WriteNumber("ruleIndex", indices[finding.Rule]);
        json.WriteString("level", SarifRule.Level(finding.Severity));
        json.WriteMessage("message", finding.Help is { } help ? $"{finding.Message}; {help}" : finding.Message);
        places.WriteLocations(finding);
        if (finding.Related.Count > 0) places.WriteRelated(finding.Related.Take(MaxRelated));
        json.WriteObject("partialFingerprints", () =>
        {
            json.WriteString("mlcFingerprint/v1", finding.Fingerprint);
            if (ReportedPlace.Of(finding, run).At is { } at && Hashes(at.Source).Of(TextRange.Within(at).StartLine) is { } hash)
                json.WriteString("primaryLocationLineHash", hash);
        });
        // What the baseline knew is hidden, so that what is left is new.
        if (run.HasBaseline) json.WriteString("baselineState", "new");
        SarifFix.Write(json, finding.Fixes, places);
        if (by is not null) json.WriteArray("suppressions", [by], WriteSuppression);
    });

    private LineHashes Hashes(SourceText source)
    {
        if (!hashes.TryGetValue(source, out LineHashes? known)) hashes.Add(source, known = new LineHashes(source));
        return known;
    }

    private void WriteSuppression(Suppression by) => json.WriteObject(null, () =>
    {
        json.WriteString("kind", by.File is null ? "external" : "inSource");
        json.WriteString("status", "accepted");
        if (by.Reason.Length > 0) json.WriteString("justification", VisibleText.Of(by.Reason));
    });
}
