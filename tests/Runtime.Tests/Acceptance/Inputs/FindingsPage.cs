using System.Text;

namespace ManifestLinker.Runtime.Tests.Acceptance.Inputs;

/// <summary>A row of the page of findings: the verdict is somebody's, the rest is mlc's.</summary>
internal sealed record JudgedFinding(string Rule, string Object, string Place, string Verdict)
{
    /// <summary>What stands in place of a verdict that nobody has given yet.</summary>
    public const string Unjudged = "unjudged";

    public override string ToString() => $"| {Rule} | `{Object}` | {Place} | {Verdict} |";
}

/// <summary>
/// The page <c>docs/real-findings.md</c>: text with tables of findings. Verdicts belong to a rule and an object, whatever line
/// the object moves to.
/// </summary>
internal sealed class FindingsPage(string text)
{
    private const string Ruler = "|---|---|---|---|";

    /// <summary>The rows of all tables.</summary>
    public IReadOnlyList<JudgedFinding> Rows { get; } =
    [
        .. text.Split('\n')
            .Where(line => line.StartsWith("| MLC", StringComparison.Ordinal))
            .Select(line => line.Trim('|', ' ').Split(" | ", 4))
            .Select(cells => new JudgedFinding(cells[0], cells[1].Trim('`'), cells[2], cells[3])),
    ];

    /// <summary>The page with other tables, in their order; what is known of a verdict is kept where a row has none.</summary>
    public string With(params IEnumerable<JudgedFinding>[] tables)
    {
        ILookup<(string, string), string> verdicts = Rows.ToLookup(row => (row.Rule, row.Object), row => row.Verdict);
        var page = new StringBuilder();
        int next = 0;
        foreach (string line in text.TrimEnd('\n').Split('\n').Where(line => !line.StartsWith("| MLC", StringComparison.Ordinal)))
        {
            page.Append(line).Append('\n');
            if (line != Ruler) continue;
            foreach (JudgedFinding row in tables[next++])
                page.Append(row.Verdict.Length > 0 ? row : row with { Verdict = verdicts[(row.Rule, row.Object)].FirstOrDefault(JudgedFinding.Unjudged) }).Append('\n');
        }
        return page.ToString();
    }
}
