using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Merge;

namespace ManifestLinker.Compiler.Rules;

/// <summary>MLC2010: Two paths differ in nothing but the case of letters.</summary>
public static class CaseCollision
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC2010",
        Name = "case-collision",
        Severity = Severity.Warning,
        OptIn = true,
        Phase = Phase.Semantics,
        Summary = "Two paths differ in nothing but the case of letters.",
        Explanation =
            "To illumos and to UFS they are two objects, and the real manifests have dozens of them, such as Intro.1 "
            + "and intro.1. A proto area on a file system that folds case, as on most Macs, holds only one of the "
            + "two, and both entries get its content. The rule is for those who build there.",
        Bad = """
            f usr/share/man/man1/Intro.1 0444 root bin
            f usr/share/man/man1/intro.1 0444 root bin
            """,
        Good = """
            f usr/share/man/man1/Intro.1 0444 root bin
            s usr/share/man/man1/introduction.1=Intro.1
            """,
    };

    /// <summary>Finds the paths that a file system without case would take for an earlier one.</summary>
    public static IEnumerable<Finding> Check(Union union)
    {
        var first = new Dictionary<string, Entry>(union.Entries.Count, StringComparer.OrdinalIgnoreCase);
        foreach (Entry entry in union.Entries)
        {
            if (first.TryAdd(entry.Path.Text, entry)) continue;
            Entry other = first[entry.Path.Text];
            yield return Finding.Of(Rule, $"'{entry.Path}' and '{other.Path}' differ in case only", entry.Origin.PathLocation) with
            {
                Help = "rename one of them, or build on a file system that tells them apart",
                Subject = Subject.Of(entry),
                Related = [new("the other is declared here", other.Origin.PathLocation)],
                Detail = [new("other", other.Path.Text)],
                DetailKey = other.Path.Text,
            };
        }
    }
}
