using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Merge;

namespace ManifestLinker.Compiler.Rules;

/// <summary>MLC2014: A hard link leads to nothing that is delivered as a file.</summary>
public static class HardlinkTargetUndeclared
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC2014",
        Name = "hardlink-target-undeclared",
        Severity = Severity.Error,
        Phase = Phase.Semantics,
        Summary = "A hard link leads to nothing that is delivered as a file.",
        Explanation =
            "A hard link is another name of a file that the image holds. Its target must be declared: a file, a "
            + "symbolic link, or another hard link that leads to one. A cycle of hard links, and a directory, have "
            + "nothing to link to.",
        Bad = "h usr/bin/alias=usr/bin/alais",
        Good = """
            f usr/bin/alais 0555 root bin
            h usr/bin/alias=usr/bin/alais
            """,
    };

    /// <summary>Checks that every hard link ends at a file or symbolic link.</summary>
    public static IEnumerable<Finding> Check(Union union)
    {
        foreach (HardLinkEntry link in union.HardLinks)
        {
            HardLinkEnd end = union.EndOf(link);
            if (end.Entry is null or DirectoryEntry) yield return At(link, end, union);
        }
    }

    private static Finding At(HardLinkEntry link, HardLinkEnd end, Union union)
    {
        string why = end.IsCycle ? "which leads back to itself"
            : end.Entry is DirectoryEntry ? $"but '{end.Path}' is a directory"
            : $"but no line declares '{end.Path}'";
        string? near = end.Entry is null && !end.IsCycle
            ? NearNames.Nearest(end.Path.Name, union.Siblings(end.Path).Where(entry => entry != link).Select(entry => entry.Path.Name))
            : null;
        return Finding.Of(Rule, $"hard link '{link.Path}' is another name of '{link.Existing}', {why}", Location.Of(link.Origin.Target)) with
        {
            Help = near is null ? "declare the target as a file, or make this a symbolic link" : $"did you mean {end.Path.Parent.Append(near)}?",
            Subject = Subject.Of(link),
            Related = end.Entry is null ? [] : [new("the target is declared here", end.Entry.Origin.PathLocation)],
            Detail = [new("target", link.Target)],
            DetailKey = link.Target,
        };
    }
}
