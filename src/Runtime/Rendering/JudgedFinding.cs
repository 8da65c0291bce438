using System.Globalization;
using System.Text.Json;
using ManifestLinker.Compiler.Diagnostics;

namespace ManifestLinker.Runtime.Rendering;

/// <summary>A finding with what became of it, as programs are told: <c>new</c>, <c>baselined</c> or <c>suppressed</c>.</summary>
internal readonly record struct JudgedFinding(Finding Finding, string State, Suppression? By)
{
    /// <summary>The findings of <paramref name="verdict"/> in their order; with <paramref name="all"/>, those that do not count among them.</summary>
    public static IEnumerable<JudgedFinding> Of(Verdict verdict, bool all)
    {
        IEnumerable<JudgedFinding> left = verdict.Findings.Select(finding => new JudgedFinding(finding, "new", null));
        return !all ? left : left
            .Concat(verdict.Baselined.Select(finding => new JudgedFinding(finding, "baselined", null)))
            .Concat(verdict.Excused.Select(excused => new JudgedFinding(excused.Finding, "suppressed", excused.By)))
            .OrderBy(judged => judged.Finding, FindingOrder.Instance);
    }

    /// <summary>Writes who put up with it, and why; nothing where nobody does.</summary>
    public void WriteSuppression(Utf8JsonWriter json)
    {
        if (State == "new") return;
        json.WriteStartObject("suppression");
        json.WriteString("by", By is null ? "baseline" : By.IsInline ? "inline" : "file");
        if (By is not null)
        {
            json.WriteString("reason", JsonText.Of(By.Reason));
            json.WriteString("until", By.Until?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            json.WriteString("owner", By.Owner is { } owner ? JsonText.Of(owner) : null);
            json.WriteString("bug", By.Bug is { } bug ? JsonText.Of(bug) : null);
        }
        json.WriteEndObject();
    }
}
