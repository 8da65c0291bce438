using System.Globalization;
using System.Text.Encodings.Web;
using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Linker.Compare;
using ManifestLinker.Runtime.Rendering;

namespace ManifestLinker.Runtime.Differences;

/// <summary>One page that needs nothing besides itself: no script, no style sheet, no font.</summary>
internal sealed class HtmlDifference : IDifferenceRenderer
{
    // A browser shows a page of so many rows without trouble.
    private const int MostRows = 5000;

    private const string Head = """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width">
        <title>mlc diff</title>
        <style>
        :root { color-scheme: light dark }
        body { font: 15px/1.45 system-ui, sans-serif; margin: 2em auto; max-width: 70em; padding: 0 1em }
        table { border-collapse: collapse; width: 100%; margin: .5em 0 1.5em }
        th, td { border-bottom: 1px solid #8884; padding: .25em .6em; text-align: left; vertical-align: top }
        td.n { text-align: right; white-space: nowrap }
        code { font: 13px ui-monospace, monospace; overflow-wrap: anywhere }
        summary { font-weight: 600; cursor: pointer; margin: .6em 0 }
        .error { color: #c62828 } .warning { color: #b26a00 } .info { color: #00796b }
        </style>
        </head>
        <body>
        """;

    /// <inheritdoc/>
    public void Render(DifferenceReport report, Stream output)
    {
        using StreamWriter writer = Utf8Text.To(output);
        writer.WriteLine(Head.ReplaceLineEndings("\n"));
        writer.WriteLine($"<h1>mlc diff: {report.Answer}</h1>");
        writer.WriteLine($"<p><code>{Text(report.OldName)}</code> to <code>{Text(report.NewName)}</code></p>");
        if (!report.Difference.IsNone) writer.WriteLine($"<p>{Text(ChangeText.Counts(report))}. Files: {Text(ChangeText.Size(report))}.</p>");
        WriteFindings(writer, report.Verdict.Findings);
        WriteGroup(writer, "Removed", report.Removed, ChangeText.OfOne);
        WriteGroup(writer, "Added", report.Added, ChangeText.OfOne);
        WriteGroup(writer, "Moved", report.Moved, change => "to " + change.Moved!.Value.Text);
        WriteGroup(writer, "Changed", report.Changed, ChangeText.OfBoth);
        WriteGroup(writer, "Functionally equal", report.Equal, ChangeText.OfBoth);
        WriteAreas(writer, "Size by component", report.Components ?? []);
        WriteAreas(writer, "Size by directory", report.Directories);
        writer.WriteLine("</body>\n</html>");
    }

    private static void WriteFindings(StreamWriter writer, IReadOnlyList<Finding> findings) => WriteTable(
        writer,
        "Findings",
        "<th>Severity</th><th>Rule</th><th>What</th>",
        [.. findings.OrderByDescending(finding => finding.Severity)],
        finding => $"<td class=\"{SeverityNames.Of(finding.Severity)}\">{SeverityNames.Of(finding.Severity)}</td><td>{finding.Rule.Id} {finding.Rule.Name}</td><td>{Text(finding.Message)}</td>");

    private static void WriteGroup(StreamWriter writer, string title, IReadOnlyList<ObjectChange> changes, Func<ObjectChange, string> about) => WriteTable(
        writer,
        title,
        "<th>Path</th><th>What</th>",
        changes,
        change => $"<td><code>{Text(change.Path.IsRoot ? "." : change.Path.Text)}</code></td><td>{Text(about(change))}</td>");

    private static void WriteAreas(StreamWriter writer, string title, IReadOnlyList<AreaSize> areas) => WriteTable(
        writer,
        title,
        "<th>Where</th><th>Growth</th><th>Before</th><th>Now</th><th>Objects</th>",
        [.. areas.Where(area => area.IsChanged)],
        area => $"<td><code>{Text(area.Name)}</code></td><td class=\"n\">{ByteSize.ShowGrowth(area.Growth)}</td><td class=\"n\">{ByteSize.Show(area.OldBytes)}</td>"
            + $"<td class=\"n\">{ByteSize.Show(area.NewBytes)}</td><td>{ChangeText.Counts(area)}</td>");

    private static void WriteTable<T>(StreamWriter writer, string title, string head, IReadOnlyList<T> rows, Func<T, string> cells)
    {
        if (rows.Count == 0) return;
        writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"<details open><summary>{title} ({rows.Count})</summary>\n<table>\n<tr>{head}</tr>"));
        foreach (T row in rows.Take(MostRows)) writer.WriteLine($"<tr>{cells(row)}</tr>");
        writer.WriteLine("</table>");
        if (rows.Count > MostRows) writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"<p>and {rows.Count - MostRows} more</p>"));
        writer.WriteLine("</details>");
    }

    private static string Text(string text) => HtmlEncoder.Default.Encode(VisibleText.Of(text));
}
