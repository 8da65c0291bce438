using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Merge;
using ManifestLinker.Compiler.Profiles;

namespace ManifestLinker.Compiler.Rules;

/// <summary>MLC2011: An object is delivered where the platform may deliver nothing.</summary>
public static class ForbiddenPath
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC2011",
        Name = "forbidden-path",
        Severity = Severity.Error,
        Phase = Phase.Semantics,
        Summary = "An object is delivered where the platform may deliver nothing.",
        Explanation =
            "Some places belong to the running system or to other software: what a platform image holds below "
            + "tmp, var/run, proc, system, zones, home or opt/local is hidden by a mount, emptied at boot, or gets in "
            + "the way of what belongs there. The directories that things are mounted on are no such objects, and must "
            + "be delivered. A workspace adds places of its own with [[forbid]]. None of today's tools looks.",
        Bad = """
            d tmp 1777 root sys
            f tmp/build.log 0644 root root
            """,
        Good = "d tmp 1777 root sys",
    };

    /// <summary>Finds the entries in places that <paramref name="profile"/> forbids.</summary>
    public static IEnumerable<Finding> Check(Union union, Profile profile)
    {
        foreach (Entry entry in union.Entries)
        {
            if (profile.ForbiddenAt(entry.Path) is not { } area) continue;
            yield return Finding.Of(Rule, $"'{entry.Path}' may not be delivered: {area.Reason}", entry.Origin.PathLocation) with
            {
                Help = $"deliver it elsewhere; '{area.Glob}' is forbidden",
                Subject = Subject.Of(entry),
                Detail = [new("glob", area.Glob.Pattern), new("reason", area.Reason)],
                DetailKey = area.Glob.Pattern,
            };
        }
    }
}
