using System.Globalization;
using System.Text.Json;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Runtime.Invocations;

namespace ManifestLinker.Runtime.Rendering.Sarif;

/// <summary>
/// SARIF 2.1.0 (docs.oasis-open.org/sarif/sarif/v2.1.0), within the limits of GitHub's code scanning. Nothing in it names the
/// machine, the user or the time: the same inputs give the same bytes.
/// </summary>
/// <param name="maxResults">How many results a run may have.</param>
internal sealed class SarifRenderer(int maxResults = SarifRenderer.GithubMaxResults) : IFindingRenderer
{
    /// <summary>How many results of a run GitHub takes (docs.github.com, "SARIF results exceed one or more limits").</summary>
    public const int GithubMaxResults = 25_000;

    /// <inheritdoc/>
    public void Render(RunFacts run, Verdict verdict, Stream output) => JsonOutput.Write(output, json => json.WriteObject(null, () =>
    {
        json.WriteString("$schema", "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json");
        json.WriteString("version", "2.1.0");
        json.WriteArray("runs", [run], _ => json.WriteObject(null, () => WriteRun(json, run, verdict)));
    }));

    private void WriteRun(Utf8JsonWriter json, RunFacts run, Verdict verdict)
    {
        (Finding Finding, Suppression? By)[] all =
            [.. verdict.Findings.Select(finding => (finding, (Suppression?)null)), .. verdict.Excused.Select(excused => (excused.Finding, (Suppression?)excused.By))];
        (Finding Finding, Suppression? By)[] written = all.Length <= maxResults ? all
            : [.. all.OrderBy(result => result.By is not null).ThenByDescending(result => result.Finding.Severity).Take(maxResults)];
        Rule[] rules = [.. run.Rules.Union(written.Select(result => result.Finding.Rule)).OrderBy(rule => rule.Id, StringComparer.Ordinal)];

        WriteTool(json, rules);
        json.WriteObject("automationDetails", () => json.WriteString("id", $"{Tool.Name}/{run.Command}/"));
        json.WriteString("columnKind", "utf16CodeUnits");
        json.WriteObject("originalUriBaseIds", () => json.WriteObject(SarifPlaces.Root, () => json.WriteMessage("description", $"the directory that {Tool.Name} ran in")));
        WriteInvocation(json, run, [.. Notifications(run, all.Length, written)]);
        var results = new SarifResult(json, run, rules);
        json.WriteArray("results", written, result => results.Write(result.Finding, result.By));
    }

    private static void WriteTool(Utf8JsonWriter json, Rule[] rules) => json.WriteObject("tool", () => json.WriteObject("driver", () =>
    {
        json.WriteString("name", Tool.Name);
        json.WriteString("semanticVersion", Tool.Version);
        json.WriteArray("rules", rules, rule => SarifRule.Write(json, rule));
    }));

    private static void WriteInvocation(Utf8JsonWriter json, RunFacts run, (string Level, string Text)[] notifications) =>
        json.WriteArray("invocations", [run], _ => json.WriteObject(null, () =>
        {
            // Findings are what the tool is for: a run that has some has succeeded.
            json.WriteBoolean("executionSuccessful", run.ExitCode is null or ExitCode.Done or ExitCode.Findings);
            if (run.ExitCode is { } status) json.WriteNumber("exitCode", status);
            json.WriteArray("toolExecutionNotifications", notifications, notification => json.WriteObject(null, () =>
            {
                json.WriteString("level", notification.Level);
                json.WriteMessage("message", notification.Text);
            }));
        }));

    private static IEnumerable<(string Level, string Text)> Notifications(RunFacts run, int results, (Finding Finding, Suppression? By)[] written)
    {
        foreach (SkippedPhase skipped in run.Skipped) yield return ("note", $"the phase {PhaseNames.Of(skipped.Phase)} was left out: {skipped.Why}");
        if (written.Length < results)
            yield return ("warning", Invariant($"{results - written.Length} of {results} results are left out, the least grave: a run may have no more than {written.Length}"));
        int related = written.Sum(result => Math.Max(0, result.Finding.Related.Count - SarifResult.MaxRelated));
        if (related > 0)
            yield return ("note", Invariant($"{related} related places are left out: a result may have no more than {SarifResult.MaxRelated}"));
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
