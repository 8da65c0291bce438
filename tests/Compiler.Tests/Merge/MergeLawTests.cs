using CsCheck;
using ManifestLinker.Compiler.Bind;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Merge;
using ManifestLinker.Grammar.Source;

namespace ManifestLinker.Compiler.Tests.Merge;

/// <summary>What holds of any merge.</summary>
public sealed class MergeLawTests
{
    private static readonly Gen<string> Path = Gen.OneOf("a", "b", "c", "a/b", "a/c", "a/b/c", "a-b");

    private static readonly Gen<string> Line = Gen.OneOf(
        Gen.Select(Gen.OneOf("f", "d"), Path, Gen.OneOf("0444", "0755", "755"), Gen.OneOf("root", "bin"))
            .Select((kind, path, mode, owner) => $"{kind} {path} {mode} {owner} bin"),
        Gen.Select(Gen.OneOf("s", "h"), Path, Path).Select((kind, path, target) => $"{kind} {path}={target}"));

    private static readonly Gen<string[]> Lines = Line.Array[0, 25];

    [Fact]
    public void The_set_of_paths_does_not_depend_on_the_order() =>
        Gen.Select(Lines, Gen.Int).Sample((lines, seed) =>
        {
            string[] shuffled = [.. lines];
            new Random(seed).Shuffle(shuffled);
            Paths(Merge(lines).Union).Should().Equal(Paths(Merge(shuffled).Union));
        });

    [Fact]
    public void Without_conflicts_nothing_depends_on_the_order() =>
        Gen.Select(Lines, Gen.Int).Sample((lines, seed) =>
        {
            string[] one = [.. lines.DistinctBy(line => line.Split(' ', '=')[1])];
            string[] shuffled = [.. one];
            new Random(seed).Shuffle(shuffled);
            Texts(Merge(one).Union).Should().Equal(Texts(Merge(shuffled).Union));
            Merge(one).Findings.Should().BeEmpty();
        });

    [Fact]
    public void Merging_twice_the_same_adds_nothing_new() => Lines.Sample(lines =>
    {
        (Union once, List<Finding> findings) = Merge(lines);
        (Union twice, List<Finding> again) = Merge([.. lines, .. lines]);
        Texts(twice).Should().Equal(Texts(once));
        again.Count.Should().Be(findings.Count + lines.Length);
    });

    [Fact]
    public void Merging_a_merged_manifest_changes_nothing() => Lines.Sample(lines =>
    {
        string[] merged = Texts(Merge(lines).Union);
        (Union union, List<Finding> findings) = Merge(merged);
        Texts(union).Should().Equal(merged);
        findings.Should().BeEmpty();
    });

    [Fact]
    public void Every_entry_is_in_the_union_or_in_a_finding() => Lines.Sample(lines =>
    {
        foreach (Winner winner in new[] { Winner.First, Winner.Last })
        {
            (Union union, List<Finding> findings) = Merge(lines, winner);
            findings.Count.Should().Be(lines.Length - union.Entries.Count);
            for (int number = 1; number <= lines.Length; number++)
            {
                bool kept = union.Entries.Any(entry => entry.Origin.Path.Line == number);
                bool found = findings.Any(finding => finding.Location!.Line == number || finding.Related.Any(r => r.Location!.Line == number));
                (kept || found).Should().BeTrue("{0}", lines[number - 1]);
            }
        }
    });

    [Fact]
    public void The_last_winner_is_the_first_of_the_lines_turned_round() => Lines.Sample(lines =>
        Texts(Merge(lines, Winner.Last).Union).Should().Equal(Texts(Merge([.. lines.Reverse()]).Union)));

    private static (Union Union, List<Finding> Findings) Merge(string[] lines, Winner winner = Winner.First)
    {
        IReadOnlyList<Entry> entries =
            Binder.Bind(new SourceText("m", string.Concat(lines.Select(line => line + "\n"))), "c", Variables.None, []).Entries;
        entries.Should().HaveCount(lines.Length);
        var findings = new List<Finding>();
        return (Merger.Merge(entries, winner, findings), findings);
    }

    private static string[] Paths(Union union) => [.. union.Entries.Select(entry => entry.Path.Text)];

    private static string[] Texts(Union union) => [.. union.Entries.Select(entry => entry.ToString())];
}
