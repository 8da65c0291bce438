using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Fixes;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Merge;
using ManifestLinker.Compiler.Permissions;
using ManifestLinker.Compiler.Profiles;

namespace ManifestLinker.Compiler.Rules;

/// <summary>MLC2020: A file or directory does not have the attributes that its place asks for.</summary>
public static class AttrPolicy
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC2020",
        Name = "attr-policy",
        Severity = Severity.Warning,
        Phase = Phase.Semantics,
        Fix = FixSafety.Safe,
        Summary = "A file or directory does not have the attributes that its place asks for.",
        Explanation =
            "Objects of one kind have one mode, owner and group: manual pages 0444 root bin, configuration files of drivers "
            + "0644 root sys. Where four thousand are so and nine are not, the nine are slips, which a reader of one line "
            + "cannot see. What is expected stands in the profile, and under [[expect]] in mlc.toml; of several that speak "
            + "of an object the last one counts, as a whole, and one that names no attribute lifts those before it. A set-id "
            + "object that was reviewed as it is need not be as its neighbours are.",
        Bad = "f usr/include/door.h 0444 root bin",
        Good = "f usr/include/door.h 0644 root bin",
    };

    /// <summary>
    /// Compares every file and directory of <paramref name="union"/> that <paramref name="reviews"/> do not cover with the last of
    /// <paramref name="expectations"/> that speaks of it.
    /// </summary>
    public static IEnumerable<Finding> Check(Union union, IReadOnlyList<Expectation> expectations, SetidReviews reviews)
    {
        foreach (NodeEntry entry in union.Nodes)
        {
            if (!reviews.Cover(entry) && LastOf(entry, expectations) is { } expected && !expected.IsMetBy(entry)) yield return At(entry, expected, union);
        }
    }

    private static Expectation? LastOf(NodeEntry entry, IReadOnlyList<Expectation> expectations)
    {
        for (int i = expectations.Count - 1; i >= 0; i--)
        {
            if (expectations[i].IsOf(entry)) return expectations[i];
        }
        return null;
    }

    private static Finding At(NodeEntry entry, Expectation expected, Union union)
    {
        Difference[] differences = [.. expected.DifferencesOf(entry)];
        string otherwise = string.Join(", ", differences.Select(d => $"{d.Attribute} {d.There}, not {d.Here}"));
        string words = string.Join(' ', differences.Select(d => d.Here));
        return Finding.Of(
            Rule,
            $"{entry.TypeName} '{entry.Path}' is not as '{expected.Paths}' should be: {otherwise}",
            Location.Of(entry.Origin.WordOf(differences[0].Attribute))) with
        {
            Help = $"write {words}: {expected.Reason}",
            Subject = Subject.Of(entry),
            Related = expected.Place is { } place ? [new("expected here", place)] : [],
            Detail = [.. differences.Select(d => KeyValuePair.Create(d.Attribute, $"{d.Here} {d.There}"))],
            DetailKey = string.Join(' ', differences.Select(d => $"{d.Attribute}={d.Here}/{d.There}")),
            Fixes = [new(SafetyFor(entry), $"give '{entry.Path}' the expected attributes", [.. Edits(entry, expected, union)])],
        };
    }

    // A program that loses its set-id bit may not work any more.
    private static FixSafety SafetyFor(NodeEntry entry) => entry.Mode.HasAny(Mode.SetIds) ? FixSafety.Unsafe : FixSafety.Safe;

    // Components that share a directory must agree on it, so it is mended in all of them.
    private static IEnumerable<Edit> Edits(NodeEntry entry, Expectation expected, Union union) =>
        from declared in union.DeclarationsOf(entry).OfType<NodeEntry>()
        from difference in expected.DifferencesOf(declared)
        select Edit.Replace(declared.Origin.WordOf(difference.Attribute), difference.Here);
}
