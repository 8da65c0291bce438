using System.Globalization;
using ManifestLinker.Compiler.Diagnostics;

namespace ManifestLinker.Runtime.Rendering;

/// <summary>
/// One line a finding, as compilers write: <c>FILE:LINE:COL: SEVERITY RULE MESSAGE [NAME]</c>. A finding that stands in no text has
/// the path of its object in place of the file, line and column, or <c>-</c>.
/// </summary>
internal sealed class ConciseRenderer : IFindingRenderer
{
    /// <inheritdoc/>
    public void Render(RunFacts run, Verdict verdict, Stream output)
    {
        using StreamWriter writer = Utf8Text.To(output);
        var files = new FileNames(run.WorkingDirectory);
        foreach (Finding finding in verdict.Findings)
        {
            string where = finding.Location is { } at
                ? string.Create(CultureInfo.InvariantCulture, $"{VisibleText.Of(files.Shown(at.File))}:{at.Line}:{at.Column}")
                : finding.Subject is { Path.Length: > 0 } subject ? VisibleText.Of(subject.Path) : "-";
            string severity = SeverityNames.Of(finding.Severity);
            writer.WriteLine($"{where}: {severity} {finding.Rule.Id} {VisibleText.Of(finding.Message)} [{finding.Rule.Name}]");
        }
    }
}
