using ManifestLinker.Compiler.Diagnostics;
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
        foreach (Entry entry in union.Entries)
        {
            for (ImagePath parent = entry.Path.Parent; !parent.IsRoot && union.Find(parent) is null; parent = parent.Parent)
            {
                if (!reported.Add(parent)) break;
                yield return At(entry, parent);
            }
        }
    }

    private static Finding At(Entry entry, ImagePath parent) =>
        Finding.Of(Rule, $"no line declares the directory '{parent}', which '{entry.Path}' lies in", entry.Origin.PathLocation) with
        {
            Help = $"add a line: d {parent} 0755 root bin",
            Subject = new Subject(parent.Text, "directory", entry.Origin.Component),
            Detail = [new("below", entry.Path.Text)],
            DetailKey = parent.Text,
        };
}
