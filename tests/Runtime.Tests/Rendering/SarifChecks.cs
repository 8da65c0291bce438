using System.Text;
using System.Text.Json;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Fixes;
using ManifestLinker.Grammar.Source;
using ManifestLinker.Runtime.Rendering;

namespace ManifestLinker.Runtime.Tests.Rendering;

/// <summary>What SARIF demands and no schema can state: numbers that point where they should, regions inside of their files, replacements that give the right text.</summary>
internal static class SarifChecks
{
    /// <summary>Demands that the run in <paramref name="log"/> has these findings for results, in this order.</summary>
    public static void Check(JsonElement log, IReadOnlyList<Finding> findings)
    {
        JsonElement run = log.GetProperty("runs").EnumerateArray().Single();
        string[] rules = [.. run.GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray().Select(rule => rule.GetProperty("id").GetString()!)];
        Assert.Distinct(rules);
        JsonElement[] results = [.. run.GetProperty("results").EnumerateArray()];
        Assert.Equal(findings.Count, results.Length);
        foreach ((Finding finding, JsonElement result) in findings.Zip(results))
        {
            Assert.Equal(finding.Rule.Id, result.GetProperty("ruleId").GetString());
            Assert.Equal(finding.Rule.Id, rules[result.GetProperty("ruleIndex").GetInt32()]);
            Assert.StartsWith(VisibleText.Of(finding.Message), Unescaped(result.GetProperty("message").GetProperty("text").GetString()!, finding), StringComparison.Ordinal);
            CheckLocation(finding, result.GetProperty("locations").EnumerateArray().Single());
            CheckFixes(finding, result);
        }
        string[] fingerprints = [.. results.Select(result => result.GetProperty("partialFingerprints").GetProperty("mlcFingerprint/v1").GetString()!)];
        Assert.Distinct(fingerprints);
    }

    private static void CheckLocation(Finding finding, JsonElement location)
    {
        ReportedPlace place = ReportedPlace.Of(finding, Findings.Run);
        JsonElement physical = location.GetProperty("physicalLocation");
        CheckUri(place.File, physical.GetProperty("artifactLocation"));
        if (place.At is { } at) _ = Offsets(at.Source, physical.GetProperty("region"));
        else Assert.False(physical.TryGetProperty("region", out _));
        if (finding.Subject is { Path.Length: > 0 } subject)
            Assert.Equal(JsonText.Of(subject.Path), location.GetProperty("logicalLocations")[0].GetProperty("fullyQualifiedName").GetString());
    }

    private static void CheckUri(string file, JsonElement artifact)
    {
        string uri = artifact.GetProperty("uri").GetString()!;
        Assert.True(Uri.IsWellFormedUriString(uri, UriKind.Relative) || uri.Length == 0, uri);
        Assert.DoesNotContain(uri, unit => unit is <= ' ' or >= '\u007f' or '#' or '?' or '\\' or ':');
        string shown = new FileNames(Findings.Run.WorkingDirectory).Shown(file);
        Assert.Equal(EscapedUtf8.Encode(shown), Bytes(uri));
    }

    private static void CheckFixes(Finding finding, JsonElement result)
    {
        if (!result.TryGetProperty("fixes", out JsonElement fixes)) return;
        foreach (JsonElement written in fixes.EnumerateArray())
        {
            string title = written.GetProperty("description").GetProperty("text").GetString()!;
            Fix fix = finding.Fixes.First(fix => title == VisibleText.Of(fix.Title) || title.Contains('\\', StringComparison.Ordinal));
            JsonElement[] changes = [.. written.GetProperty("artifactChanges").EnumerateArray()];
            IGrouping<SourceText, Edit>[] sources = [.. fix.Edits.GroupBy(edit => edit.Source)];
            Assert.Equal(sources.Length, changes.Length);
            foreach ((IGrouping<SourceText, Edit> edits, JsonElement change) in sources.Zip(changes))
            {
                CheckUri(edits.Key.Name, change.GetProperty("artifactLocation"));
                Assert.Equal(EscapedUtf8.Encode(Applied(edits)), EscapedUtf8.Encode(Applied(edits.Key, change)));
            }
        }
    }

    private static string Applied(IGrouping<SourceText, Edit> edits)
    {
        string text = edits.Key.Text;
        foreach (Edit edit in edits.OrderBy(edit => edit.Start).ThenBy(edit => edit.End).Reverse()) text = text[..edit.Start] + edit.Replacement + text[edit.End..];
        return text;
    }

    private static string Applied(SourceText source, JsonElement change)
    {
        var replacements = change.GetProperty("replacements").EnumerateArray()
            .Select(replacement => (Region: Offsets(source, replacement.GetProperty("deletedRegion")), Text: Inserted(replacement))).OrderBy(replacement => replacement.Region.Start).ToArray();
        foreach (var (first, second) in replacements.Zip(replacements.Skip(1))) Assert.True(first.Region.End < second.Region.Start, "regions of a fix may not touch");
        string text = source.Text;
        foreach (((int start, int end), string inserted) in replacements.Reverse()) text = text[..start] + inserted + text[end..];
        return text;
    }

    private static string Inserted(JsonElement replacement)
    {
        if (!replacement.TryGetProperty("insertedContent", out JsonElement content)) return "";
        return content.TryGetProperty("text", out JsonElement text) ? text.GetString()! : EscapedUtf8.Decode(content.GetProperty("binary").GetBytesFromBase64());
    }

    // By the text alone: lines end with LF or CR LF, columns count UTF-16 code units, column 1 of the line behind the last is the end.
    private static (int Start, int End) Offsets(SourceText source, JsonElement region)
    {
        string[] lines = source.Text.Split('\n');
        int start = Offset(region.GetProperty("startLine").GetInt32(), region.GetProperty("startColumn").GetInt32());
        int end = Offset(region.GetProperty("endLine").GetInt32(), region.GetProperty("endColumn").GetInt32());
        Assert.True(start <= end);
        return (start, end);

        int Offset(int line, int column)
        {
            Assert.InRange(line, 1, lines.Length);
            Assert.InRange(column, 1, lines[line - 1].Length + 1);
            return lines.Take(line - 1).Sum(before => before.Length + 1) + column - 1;
        }
    }

    private static byte[] Bytes(string uri)
    {
        var bytes = new List<byte>();
        for (int at = 0; at < uri.Length; at++)
        {
            if (uri[at] != '%') bytes.Add((byte)uri[at]);
            else bytes.Add(Convert.ToByte(uri[(at + 1)..((at += 2) + 1)], 16));
        }
        return [.. bytes];
    }

    private static string Unescaped(string text, Finding finding)
    {
        if (!$"{finding.Message}; {finding.Help}".Contains("](", StringComparison.Ordinal)) return text;
        var plain = new StringBuilder();
        for (int at = 0; at < text.Length; at++)
        {
            if (text[at] == '\\') at++;
            plain.Append(text[at]);
        }
        return plain.ToString();
    }
}
