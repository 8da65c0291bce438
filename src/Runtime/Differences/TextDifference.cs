using System.Globalization;
using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Linker.Compare;
using ManifestLinker.Runtime.Rendering;

namespace ManifestLinker.Runtime.Differences;

/// <summary>For people: the answer, the counts, what differs in groups, where the size went, and what the rules say of it.</summary>
internal sealed class TextDifference(Palette palette) : IDifferenceRenderer
{
    private const int MostAreas = 15;

    /// <inheritdoc/>
    public void Render(DifferenceReport report, Stream output)
    {
        using StreamWriter writer = Utf8Text.To(output);
        writer.WriteLine(report.Difference.IsNoise ? palette.Good(report.Answer) : palette.Strong(report.Answer));
        if (!report.Difference.IsNone)
        {
            writer.WriteLine(ChangeText.Counts(report));
            writer.WriteLine($"files: {ChangeText.Size(report)}");
        }
        if (!report.Run.Quiet)
        {
            WriteGroup(writer, "removed", '-', report.Removed, ChangeText.OfOne);
            WriteGroup(writer, "added", '+', report.Added, ChangeText.OfOne);
            WriteGroup(writer, "moved", '>', report.Moved, change => "to " + VisibleText.Of(change.Moved!.Value.Text));
            WriteGroup(writer, "changed", '~', report.Changed, ChangeText.OfBoth);
            WriteGroup(writer, "functionally equal", '=', report.Equal, ChangeText.OfBoth);
            WriteAreas(writer, "by component", report.Components ?? []);
            WriteAreas(writer, "by directory", report.Directories);
        }
        WriteFindings(writer, report);
    }

    private void WriteGroup(StreamWriter writer, string title, char mark, IReadOnlyList<ObjectChange> changes, Func<ObjectChange, string> about)
    {
        if (changes.Count == 0) return;
        writer.WriteLine($"\n{palette.Strong(title)}:");
        foreach (ObjectChange change in changes) writer.WriteLine($"  {mark} {Path(change)}  {about(change)}");
    }

    private static string Path(ObjectChange change) => change.Path.IsRoot ? "." : VisibleText.Of(change.Path.Text);

    private void WriteAreas(StreamWriter writer, string title, IReadOnlyList<AreaSize> areas)
    {
        AreaSize[] changed = [.. areas.Where(area => area.IsChanged)];
        if (changed.Length == 0) return;
        writer.WriteLine($"\n{palette.Strong(title)}:");
        foreach (AreaSize area in changed.Take(MostAreas))
        {
            string counts = ChangeText.Counts(area);
            writer.WriteLine($"  {VisibleText.Of(area.Name)}  {ByteSize.ShowGrowth(area.Growth)}{(counts.Length > 0 ? $"  {counts}" : "")}");
        }
        if (changed.Length > MostAreas) writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  and {changed.Length - MostAreas} more"));
    }

    // What is only worth knowing stands in the lists already.
    private void WriteFindings(StreamWriter writer, DifferenceReport report)
    {
        Finding[] grave = [.. report.Verdict.Findings.Where(finding => finding.Severity > Severity.Info)];
        if (grave.Length > 0) writer.WriteLine();
        foreach (Finding finding in grave)
        {
            string word = palette.Severe(finding.Severity, $"{SeverityNames.Of(finding.Severity)}[{finding.Rule.Id}]");
            writer.WriteLine($"{word}: {VisibleText.Of(finding.Message)} [{finding.Rule.Name}]");
        }
        if (report.Run.Quiet || (report.Difference.IsNone && report.Verdict.Findings.Count == 0)) return;
        writer.WriteLine($"\n{Summary.Of(report.Run, report.Verdict, palette)}");
    }
}
