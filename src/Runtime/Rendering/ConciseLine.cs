using System.Globalization;
using ManifestLinker.Compiler.Diagnostics;

namespace ManifestLinker.Runtime.Rendering;

/// <summary>
/// A finding in one line: <c>FILE:LINE:COL: SEVERITY RULE MESSAGE [NAME]</c>. One that stands in no text has the path of its object
/// in place of the file, line and column, or <c>-</c>.
/// </summary>
internal static class ConciseLine
{
    /// <summary>The line for <paramref name="finding"/>, without an end; fit for a terminal.</summary>
    public static string Of(Finding finding, FileNames files)
    {
        string where = finding.Location is { } at
            ? string.Create(CultureInfo.InvariantCulture, $"{VisibleText.Of(files.Shown(at.File))}:{at.Line}:{at.Column}")
            : finding.Subject is { Path.Length: > 0 } subject ? VisibleText.Of(subject.Path) : "-";
        return $"{where}: {SeverityNames.Of(finding.Severity)} {finding.Rule.Id} {VisibleText.Of(finding.Message)} [{finding.Rule.Name}]";
    }
}
