using System.Text;
using ManifestLinker.Compiler.Diagnostics;

namespace ManifestLinker.Compiler.Tests.Cases;

/// <summary>Findings as the lines that golden files hold.</summary>
internal static class FindingText
{
    /// <summary>Everything a finding says: <c>FILE:LINE:COL-ENDCOL: SEVERITY RULE MESSAGE</c>, and what follows from it.</summary>
    public static string Of(IEnumerable<Finding> findings)
    {
        var text = new StringBuilder();
        foreach (Finding finding in findings)
        {
            string severity = finding.Severity.ToString().ToLowerInvariant();
            text.Append($"{At(finding.Location)}{severity} {finding.Rule.Id} {finding.Message}\n");
            if (finding.Help is { } help) text.Append($"    help: {help}\n");
            foreach (Related related in finding.Related) text.Append($"    {At(related.Location)}{related.Message}\n");
        }
        return text.ToString();
    }

    /// <summary>Rule and place only: <c>MLC2006 1:3-8</c>.</summary>
    public static string Short(Finding finding) => finding.Location is { } at
        ? $"{finding.Rule.Id} {at.Line}:{at.Column}-{at.EndColumn}"
        : finding.Rule.Id;

    private static string At(Location? at) => at is null ? "" : $"{at.File}:{at.Line}:{at.Column}-{at.EndColumn}: ";
}
