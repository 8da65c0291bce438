using System.Globalization;
using System.Xml;
using ManifestLinker.Compiler.Diagnostics;

namespace ManifestLinker.Runtime.Rendering;

/// <summary>
/// JUnit XML, in the form that Jenkins and GitLab read: a suite for each component, a test case for each rule that was looked for,
/// so that a chart over time compares the same cases. A case fails for findings that fail the run; others are its output.
/// </summary>
internal sealed class JunitRenderer : IFindingRenderer
{
    private const string NoComponent = "-";

    private static readonly XmlWriterSettings Settings = new()
    {
        Indent = true,
        NewLineChars = "\n",
        Encoding = new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        CloseOutput = false,
    };

    /// <inheritdoc/>
    public void Render(RunFacts run, Verdict verdict, Stream output)
    {
        var files = new FileNames(run.WorkingDirectory);
        var owners = run.Manifests.DistinctBy(manifest => files.Shown(manifest.File), StringComparer.Ordinal)
            .ToDictionary(manifest => files.Shown(manifest.File), manifest => manifest.Component, StringComparer.Ordinal);
        ILookup<(string Component, Rule Rule), Finding> cases = verdict.Findings.ToLookup(finding => (ComponentOf(finding), finding.Rule));
        string[] found = [.. cases.Select(found => found.Key.Component).Order(StringComparer.Ordinal)];
        Rule[] rules = [.. run.Rules.Union(cases.Select(found => found.Key.Rule)).OrderBy(rule => rule.Id, StringComparer.Ordinal)];
        Suite[] suites =
        [
            .. run.Manifests.Select(manifest => manifest.Component).DefaultIfEmpty(NoComponent).Union(found, StringComparer.Ordinal)
                .Select(component => new Suite(component, [.. rules.Select(rule => new Case(rule, [.. cases[(component, rule)]], run))])),
        ];
        using (XmlWriter xml = XmlWriter.Create(output, Settings)) Write(xml, run, suites, files);
        output.WriteByte((byte)'\n');

        string ComponentOf(Finding finding) => finding.Subject?.Component is { Length: > 0 } component
            ? component
            : finding.Location is { } at ? owners.GetValueOrDefault(files.Shown(at.File), NoComponent) : NoComponent;
    }

    private static void Write(XmlWriter xml, RunFacts run, Suite[] suites, FileNames files)
    {
        xml.WriteStartElement("testsuites");
        xml.WriteAttributeString("name", $"{Tool.Name} {run.Command}");
        WriteCounts(xml, suites.Sum(suite => suite.Cases.Count) + run.Skipped.Count, suites.Sum(suite => suite.Failures), run.Skipped.Count);
        foreach (Suite suite in suites)
        {
            xml.WriteStartElement("testsuite");
            xml.WriteAttributeString("name", VisibleText.Of(suite.Component));
            WriteCounts(xml, suite.Cases.Count, suite.Failures, 0);
            foreach (Case testCase in suite.Cases) WriteCase(xml, run, suite, testCase, files);
            xml.WriteEndElement();
        }
        if (run.Skipped.Count > 0) WriteSkipped(xml, run);
        xml.WriteEndElement();
    }

    private static void WriteCase(XmlWriter xml, RunFacts run, Suite suite, Case testCase, FileNames files)
    {
        StartCase(xml, $"{testCase.Rule.Id} {testCase.Rule.Name}", $"{Tool.Name}.{run.Command}.{VisibleText.Of(suite.Component)}");
        if (testCase.Failing is [var first, ..])
        {
            xml.WriteStartElement("failure");
            int more = testCase.Failing.Length - 1;
            xml.WriteAttributeString("message", VisibleText.Of(first.Message) + (more > 0 ? string.Create(CultureInfo.InvariantCulture, $" (and {more} more)") : ""));
            xml.WriteAttributeString("type", SeverityNames.Of(testCase.Failing.Max(finding => finding.Severity)));
            WriteLines(xml, testCase.Failing, files);
            xml.WriteEndElement();
        }
        if (testCase.Passing.Length > 0)
        {
            xml.WriteStartElement("system-out");
            WriteLines(xml, testCase.Passing, files);
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    private static void WriteSkipped(XmlWriter xml, RunFacts run)
    {
        xml.WriteStartElement("testsuite");
        xml.WriteAttributeString("name", "left out");
        WriteCounts(xml, run.Skipped.Count, 0, run.Skipped.Count);
        foreach (SkippedPhase skipped in run.Skipped)
        {
            StartCase(xml, $"phase {PhaseNames.Of(skipped.Phase)}", $"{Tool.Name}.{run.Command}");
            xml.WriteStartElement("skipped");
            xml.WriteAttributeString("message", VisibleText.Of(skipped.Why));
            xml.WriteEndElement();
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    private static void StartCase(XmlWriter xml, string name, string className)
    {
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("name", name);
        xml.WriteAttributeString("classname", className);
    }

    private static void WriteCounts(XmlWriter xml, int tests, int failures, int skipped)
    {
        xml.WriteAttributeString("tests", XmlConvert.ToString(tests));
        xml.WriteAttributeString("failures", XmlConvert.ToString(failures));
        xml.WriteAttributeString("errors", "0");
        xml.WriteAttributeString("skipped", XmlConvert.ToString(skipped));
    }

    private static void WriteLines(XmlWriter xml, Finding[] findings, FileNames files)
    {
        foreach (Finding finding in findings) xml.WriteString($"\n{ConciseLine.Of(finding, files)}");
        xml.WriteString("\n");
    }

    private sealed record Suite(string Component, IReadOnlyList<Case> Cases)
    {
        public int Failures { get; } = Cases.Count(testCase => testCase.Failing.Length > 0);
    }

    private sealed record Case(Rule Rule, Finding[] Findings, RunFacts Run)
    {
        public Finding[] Failing { get; } = [.. Findings.Where(finding => finding.Severity >= Run.FailOn)];

        public Finding[] Passing { get; } = [.. Findings.Where(finding => !(finding.Severity >= Run.FailOn))];
    }
}
