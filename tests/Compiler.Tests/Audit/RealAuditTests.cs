using System.Text;
using ManifestLinker.Compiler.Audit;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Profiles;
using ManifestLinker.Compiler.Tests.Cases;
using ManifestLinker.Testing;

namespace ManifestLinker.Compiler.Tests.Audit;

/// <summary>
/// Everything that an audit finds on the real manifests with the files that are at hand has been looked at, and <c>docs/real-audit.md</c> says
/// what came of it. Where more or less is found, the page as it should be is written beside it as <c>real-audit.md.actual</c>.
/// </summary>
[ClassNeeding("shared:corpus/smartos/smf")]
public sealed class RealAuditTests
{
    private const string Unjudged = "unjudged";

    private static readonly string Page = Path.Combine(Repository.Root, "docs/real-audit.md");

    [FactNeeding]
    public void The_page_has_every_finding_and_what_became_of_it()
    {
        string[] lines = File.ReadAllLines(Page);
        Dictionary<string, string> verdicts = lines.Where(IsRow).ToDictionary(Facts, line => line.Split(" | ")[^1].TrimEnd(' ', '|'));
        string[] rows = [.. Found().Select(row => $"{row} | {verdicts.GetValueOrDefault(row, Unjudged)} |")];
        int first = Array.FindIndex(lines, line => line.StartsWith("|---", StringComparison.Ordinal)) + 1;
        string page = string.Concat(lines[..first].Concat(rows).Concat(lines[first..].Where(line => !IsRow(line))).Select(line => line + "\n"));

        if (page == File.ReadAllText(Page)) File.Delete(Page + ".actual");
        else File.WriteAllText(Page + ".actual", page, new UTF8Encoding(false));
        lines.Where(IsRow).Select(Facts).Should().Equal(Found());
        lines.Where(IsRow).Should().NotContain(line => line.Contains(Unjudged));
    }

    private static bool IsRow(string line) => line.StartsWith("| MLC", StringComparison.Ordinal);

    private static string Facts(string line) => line[..line.TrimEnd(' ', '|').LastIndexOf(" | ", StringComparison.Ordinal)];

    private static string[] Found()
    {
        AuditedImage image = CorpusImage.Read();
        return [.. new Policy { BuiltIn = SmartOs.Profile.Exceptions }.Judge(Auditor.Audit(image, CancellationToken.None)).Findings
            .Where(finding => finding.Severity >= Severity.Warning)
            .Select(finding => $"| {finding.Rule.Id} | `{finding.Subject!.Path}` | {finding.Message}")
            .Order(StringComparer.Ordinal)];
    }
}
