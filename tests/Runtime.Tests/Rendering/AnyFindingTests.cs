using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using CsCheck;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Fixes;
using ManifestLinker.Compiler.Rules;
using ManifestLinker.Grammar.Source;
using ManifestLinker.Runtime.Rendering;
using ManifestLinker.Runtime.Rendering.Github;

namespace ManifestLinker.Runtime.Tests.Rendering;

/// <summary>Any finding can be written in every format, and what is read back says the same.</summary>
public class AnyFindingTests
{
    private static readonly Gen<string> Text = Gen.OneOf(Gen.Char['\0', '\u00a0'], Gen.Char['\ud7f0', '\ue010'], Gen.Char, Gen.Int[0, 6].Select(at => "\n\r%:,]("[at]))
        .Array[0, 120].Select(units => new string(units));

    // As it comes from a file: bytes that are not UTF-8 may be in it, halves of characters not.
    private static readonly Gen<string> Written = Text.Select(text => EscapedUtf8.Decode(EscapedUtf8.Encode(text)));

    private static readonly Gen<Finding> AnyFinding =
        from file in Text
        from text in Written
        from message in Text
        from path in Text
        from rule in Gen.Int[0, RuleTable.All.Count - 1].Select(at => RuleTable.All[at])
        from severity in Gen.Int[0, 2].Select(at => (Severity)at)
        from line in Gen.Int[1, 6]
        from column in Gen.Int[1, 130]
        from length in Gen.Int[0, 130]
        from hasPlace in Gen.Bool
        from edit in Gen.Int[0, 120].Select(Gen.Int[0, 120], Written)
        let source = new SourceText(file, text)
        let place = new Location(source, line, column, column + length)
        let start = Whole(text, edit.Item1)
        select new Finding
        {
            Rule = rule,
            Severity = severity,
            Message = message,
            Help = path.Length % 2 == 0 ? path : null,
            Subject = path.Length % 3 == 0 ? null : new Subject(path, "file", path.Length % 4 == 0 ? null : message),
            Location = hasPlace ? place : null,
            Related = [new Related(message, place), new Related(path, null, file), new Related(path, null)],
            Detail = [new(message, path), new(path, message)],
            DetailKey = message,
            Fixes = [Fix.Of(FixSafety.Safe, message, new Edit(source, start, Whole(text, start + edit.Item2) - start, edit.Item3))],
        };

    private static readonly Gen<Verdict> AnyVerdict = AnyFinding.List[0, 4].Select(found =>
        new Policy { Select = ["MLC"], Severities = [], Suppressions = [new Suppression("MLC2", null, "because")] }.Judge(found));

    [Fact]
    public void Text_for_people_obeys_nobody() => Sample("human", (_, text) => NoControls(text));

    [Fact]
    public void Concise_is_a_line_a_finding() => Sample("concise", (verdict, text) =>
    {
        NoControls(text);
        Assert.Equal(verdict.Findings.Count, text.Count(unit => unit == '\n'));
    });

    [Fact]
    public void Json_says_what_was_found() => Sample("json", (verdict, text) =>
    {
        using JsonDocument json = JsonDocument.Parse(text);
        Assert.Equal(
            verdict.Findings.Select(finding => (finding.Rule.Id, JsonText.Of(finding.Message), finding.Fingerprint, finding.Location?.Line, finding.Location?.Column)),
            json.RootElement.GetProperty("diagnostics").EnumerateArray().Select(found => (
                found.GetProperty("rule").GetString()!,
                found.GetProperty("message").GetString()!,
                found.GetProperty("fingerprint").GetString()!,
                found.GetProperty("location").ValueKind == JsonValueKind.Null ? null : (int?)found.GetProperty("location").GetProperty("line").GetInt32(),
                found.GetProperty("location").ValueKind == JsonValueKind.Null ? null : (int?)found.GetProperty("location").GetProperty("column").GetInt32())));
    });

    [Fact]
    public void Sarif_says_what_was_found() => Sample("sarif", (verdict, text) =>
    {
        using JsonDocument json = JsonDocument.Parse(text);
        Finding[] all = [.. verdict.Findings, .. verdict.Excused.Select(excused => excused.Finding)];
        SarifChecks.Check(json.RootElement, all);
    });

    [Fact]
    public void Gitlab_says_what_was_found() => Sample("gitlab", (verdict, text) =>
    {
        using JsonDocument json = JsonDocument.Parse(text);
        JsonElement[] issues = [.. json.RootElement.EnumerateArray()];
        Assert.Equal(verdict.Findings.Select(finding => finding.Fingerprint), issues.Select(issue => issue.GetProperty("fingerprint").GetString()!));
        Assert.Equal(issues.Length, issues.Select(issue => issue.GetProperty("fingerprint").GetString()).Distinct(StringComparer.Ordinal).Count());
        foreach ((Finding finding, JsonElement issue) in verdict.Findings.Zip(issues))
        {
            Assert.StartsWith(VisibleText.Of(finding.Message), issue.GetProperty("description").GetString(), StringComparison.Ordinal);
            Assert.InRange(issue.GetProperty("location").GetProperty("lines").GetProperty("begin").GetInt32(), 1, 6);
            Assert.Contains(issue.GetProperty("severity").GetString(), (string[])["info", "minor", "major", "critical", "blocker"]);
        }
    });

    [Fact]
    public void Rdjson_says_what_was_found() => Sample("rdjson", (verdict, text) =>
    {
        using JsonDocument json = JsonDocument.Parse(text);
        foreach ((Finding finding, JsonElement found) in verdict.Findings.Zip(json.RootElement.GetProperty("diagnostics").EnumerateArray()))
        {
            Assert.StartsWith(VisibleText.Of(finding.Message), found.GetProperty("message").GetString(), StringComparison.Ordinal);
            Assert.Equal(finding.Rule.Id, found.GetProperty("code").GetProperty("value").GetString());
            Edit edit = finding.Fixes[0].Edits[0];
            Assert.Equal(JsonText.IsExact(edit.Replacement), found.TryGetProperty("suggestions", out JsonElement suggestions));
            if (suggestions.ValueKind != JsonValueKind.Array) continue;
            byte[] before = EscapedUtf8.Encode(edit.Source.Text);
            (int start, int end) = (ByteOffset(before, suggestions[0], "start"), ByteOffset(before, suggestions[0], "end"));
            byte[] after = [.. before[..start], .. Encoding.UTF8.GetBytes(suggestions[0].GetProperty("text").GetString()!), .. before[end..]];
            Assert.Equal(Applied(edit), after);
        }
    });

    [Fact]
    public void Github_says_what_was_found() => Sample("github", (verdict, text) =>
    {
        NoControls(text);
        string[] lines = text.Split('\n')[..^1];
        foreach ((Finding finding, string line) in verdict.Findings.OrderByDescending(finding => finding.Severity).Zip(lines))
        {
            Match command = Regex.Match(line, "^::(error|warning|notice) ([^:]*)::(.*)$", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(10));
            Assert.True(command.Success, line);
            Dictionary<string, string> properties = command.Groups[2].Value.Split(',').Select(pair => pair.Split('=', 2))
                .ToDictionary(pair => pair[0], pair => Unescaped(pair[1]), StringComparer.Ordinal);
            Assert.Equal($"{finding.Rule.Id} {finding.Rule.Name}", properties["title"]);
            Assert.Equal(finding.Location is not null, properties.ContainsKey("file"));
            Assert.Equal(VisibleText.Of(finding.Message), Unescaped(command.Groups[3].Value).Split('\n')[0]);
        }
        Assert.Equal(verdict.Findings.Count, lines.Length);
    });

    [Fact]
    public void The_summary_of_a_step_is_a_table() => Check.Sample(AnyVerdict, verdict =>
    {
        string text = Decoded(new StepSummaryRenderer().Rendered(Findings.Run, verdict));
        NoControls(text);
        Assert.Equal(verdict.Findings.Count, text.Split('\n').Count(line => Regex.IsMatch(line, @"^\|( [^|<>`*\[\]]* \|){4}$", RegexOptions.None, TimeSpan.FromSeconds(10))) - (verdict.Findings.Count > 0 ? 1 : 0));
    }, iter: 300);

    [Fact]
    public void Junit_says_what_was_found() => Sample("junit", (verdict, text) =>
    {
        XElement suites = XDocument.Parse(text).Root!;
        JunitChecks.Check(suites);
        string said = string.Join('\n', suites.Descendants().Where(element => element.Name.LocalName is "failure" or "system-out").Select(element => element.Value));
        foreach (Finding finding in verdict.Findings) Assert.Contains(VisibleText.Of(finding.Message), said, StringComparison.Ordinal);
        int failing = verdict.Findings.Where(finding => finding.Severity == Severity.Error).Select(finding => (finding.Rule, finding.Subject?.Component is { Length: > 0 } component ? component : "-")).Distinct().Count();
        Assert.Equal(failing, suites.Descendants("failure").Count());
    });

    private static void Sample(string format, Action<Verdict, string> check) => Check.Sample(
        AnyVerdict,
        verdict => check(verdict, Decoded(OutputFormats.Find(format)!.Renderer(Palette.Plain).Rendered(Findings.Run, verdict))),
        iter: 500);

    // An offset within the text, and not within a character.
    private static int Whole(string text, int offset) =>
        offset >= text.Length ? text.Length : offset > 0 && char.IsSurrogatePair(text[offset - 1], text[offset]) ? offset - 1 : offset;

    private static string Decoded(byte[] bytes) => new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);

    private static void NoControls(string text) => Assert.DoesNotContain(text, unit => char.IsControl(unit) && unit != '\n');

    private static byte[] Applied(Edit edit) => [.. EscapedUtf8.Encode(edit.Source.Text.AsSpan(0, edit.Start)), .. EscapedUtf8.Encode(edit.Replacement), .. EscapedUtf8.Encode(edit.Source.Text.AsSpan(edit.End))];

    private static int ByteOffset(byte[] text, JsonElement suggestion, string end)
    {
        JsonElement position = suggestion.GetProperty("range").GetProperty(end);
        int offset = 0;
        for (int line = 1; line < position.GetProperty("line").GetInt32(); line++) offset = Array.IndexOf(text, (byte)'\n', offset) + 1;
        return offset + position.GetProperty("column").GetInt32() - 1;
    }

    private static string Unescaped(string text) => text
        .Replace("%2C", ",", StringComparison.Ordinal).Replace("%3A", ":", StringComparison.Ordinal)
        .Replace("%0A", "\n", StringComparison.Ordinal).Replace("%0D", "\r", StringComparison.Ordinal)
        .Replace("%25", "%", StringComparison.Ordinal);
}
