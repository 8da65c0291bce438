using System.Globalization;
using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Linker.Compare;
using ManifestLinker.Runtime.Rendering;

namespace ManifestLinker.Runtime.Differences;

/// <summary>For a comment on a change: the answer first, then tables, each of so many rows, and what has no room is counted.</summary>
internal sealed class MarkdownDifference : IDifferenceRenderer
{
    /// <inheritdoc/>
    public void Render(DifferenceReport report, Stream output)
    {
        using StreamWriter writer = Utf8Text.To(output);
        writer.WriteLine($"### {Tool.Name} diff: {report.Answer}\n");
        writer.WriteLine($"{Cell(report.OldName)} to {Cell(report.NewName)}");
        if (!report.Difference.IsNone) writer.WriteLine($"\n{ChangeText.Counts(report)}. Files: {ChangeText.Size(report)}.");
        if (report.Verdict.Findings.Count > 0) writer.WriteLine($"\n{Summary.Of(report.Run, report.Verdict, Palette.Plain)}");
        var tables = new Tables(writer);
        tables.Write(
            "Findings",
            "| Severity | Rule | What |\n|---|---|---|",
            [.. report.Verdict.Findings.Where(finding => finding.Severity > Severity.Info).OrderByDescending(finding => finding.Severity)],
            finding => $"| {SeverityNames.Of(finding.Severity)} | {finding.Rule.Id} {finding.Rule.Name} | {Cell(finding.Message)} |",
            isOpen: true);
        WriteGroup(tables, "Removed", report.Removed, ChangeText.OfOne);
        WriteGroup(tables, "Added", report.Added, ChangeText.OfOne);
        WriteGroup(tables, "Moved", report.Moved, change => "to " + change.Moved!.Value.Text);
        WriteGroup(tables, "Changed", report.Changed, ChangeText.OfBoth);
        WriteGroup(tables, "Functionally equal", report.Equal, ChangeText.OfBoth);
        WriteAreas(tables, "Size by component", report.Components ?? []);
        WriteAreas(tables, "Size by directory", report.Directories);
    }

    private static void WriteGroup(Tables tables, string title, IReadOnlyList<ObjectChange> changes, Func<ObjectChange, string> about) => tables.Write(
        title, "| Path | What |\n|---|---|", changes, change => $"| {Cell(change.Path.IsRoot ? "." : change.Path.Text)} | {Cell(about(change))} |");

    private static void WriteAreas(Tables tables, string title, IReadOnlyList<AreaSize> areas) => tables.Write(
        title,
        "| Where | Growth | Now | Objects |\n|---|--:|--:|---|",
        [.. areas.Where(area => area.IsChanged)],
        area => $"| {Cell(area.Name)} | {ByteSize.ShowGrowth(area.Growth)} | {ByteSize.Show(area.NewBytes)} | {ChangeText.Counts(area)} |");

    private static string Cell(string text)
    {
        const int Most = 160;
        return MarkdownText.Of(text.Length <= Most ? text : text[..Most] + "...");
    }

    /// <summary>Tables that together have room in one comment.</summary>
    private sealed class Tables(StreamWriter writer)
    {
        private const int MostRows = 25;

        // A comment of GitHub holds 65,536 characters; what stands outside of rows takes a few hundred.
        private int room = 60_000;

        public void Write<T>(string title, string head, IReadOnlyList<T> rows, Func<T, string> text, bool isOpen = false)
        {
            if (rows.Count == 0) return;
            writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\n<details{(isOpen ? " open" : "")}><summary>{title} ({rows.Count})</summary>\n\n{head}"));
            int written = 0;
            foreach (string row in rows.Take(MostRows).Select(text))
            {
                if (row.Length > room) break;
                room -= row.Length;
                writer.WriteLine(row);
                written++;
            }
            if (written < rows.Count) writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\nand {rows.Count - written} more"));
            writer.WriteLine("\n</details>");
        }
    }
}
