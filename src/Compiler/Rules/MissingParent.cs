using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Fixes;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Merge;

namespace ManifestLinker.Compiler.Rules;

/// <summary>MLC2006: A directory that entries lie in is declared by no line.</summary>
public static class MissingParent
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC2006",
        Name = "missing-parent",
        Severity = Severity.Error,
        Fix = FixSafety.Safe,
        Phase = Phase.Semantics,
        Summary = "A directory that entries lie in is declared by no line.",
        Explanation =
            "builder cannot create the object then, and reports the object itself as not found in any search "
            + "directory.",
        Bad = """
            d usr 0755 root sys
            d usr/sbin 0755 root bin
            f usr/sbin/ccid/ccidadm 0555 root bin
            """,
        Good = """
            d usr 0755 root sys
            d usr/sbin 0755 root bin
            d usr/sbin/ccid 0755 root bin
            f usr/sbin/ccid/ccidadm 0555 root bin
            """,
    };

    /// <summary>One finding for each missing directory, at the first entry below it.</summary>
    public static IEnumerable<Finding> Check(Union union)
    {
        var reported = new HashSet<ImagePath>();
        var likely = new LikelyDirectory(union);
        Entry? before = null;
        foreach (Entry entry in union.Entries)
        {
            // Most entries lie in the directory of the one before, which was looked at for that one.
            bool seen = before is not null && entry.Path.IsSiblingOf(before.Path);
            before = entry;
            if (seen || entry.Path.Parent.IsRoot || union.Find(entry.Path.Parent) is not null) continue;
            var missing = new Stack<ImagePath>();
            for (ImagePath parent = entry.Path.Parent; !parent.IsRoot && union.Find(parent) is null && reported.Add(parent); parent = parent.Parent)
                missing.Push(parent);
            Fix[] fixes = missing.Count > 0 && DeclareAll(missing, entry, likely) is { } fix ? [fix] : [];
            foreach (ImagePath parent in missing) yield return At(entry, parent, likely.LineFor(parent)) with { Fixes = fixes };
        }
    }

    private static Fix? DeclareAll(IReadOnlyCollection<ImagePath> missing, Entry below, LikelyDirectory likely)
    {
        Edit[] edits = [.. missing.Select(parent => likely.Declare(parent, below)).OfType<Edit>()];
        string what = missing.Count == 1 ? "the directory" : $"the {missing.Count} directories";
        return edits.Length == missing.Count ? new Fix(FixSafety.Safe, $"declare {what} above it", edits) : null;
    }

    private static Finding At(Entry entry, ImagePath parent, string line) =>
        Finding.Of(Rule, $"no line declares the directory '{parent}', which '{entry.Path}' lies in", entry.Origin.PathLocation) with
        {
            Help = $"add a line: {line}",
            Subject = new Subject(parent.Text, "directory", entry.Origin.Component),
            Detail = [new("below", entry.Path.Text)],
            DetailKey = parent.Text,
        };
}
