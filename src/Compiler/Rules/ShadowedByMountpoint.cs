using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Merge;
using ManifestLinker.Compiler.Profiles;

namespace ManifestLinker.Compiler.Rules;

/// <summary>MLC2018: An object lies where the running system mounts something over it.</summary>
public static class ShadowedByMountpoint
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC2018",
        Name = "shadowed-by-mountpoint",
        Severity = Severity.Warning,
        Phase = Phase.Semantics,
        Summary = "An object lies where the running system mounts something over it.",
        Explanation =
            "The object is in the image, takes space there, and nobody ever sees it. The kernel mounts devices, "
            + "proc, system/*, etc/mnttab, etc/dfs/sharetab and etc/svc/volatile before init runs; dev/fd, tmp and "
            + "var/run follow, and SmartOS mounts opt and zones from its storage pool. The mount point itself "
            + "must be delivered. What lies below dev stays in sight, because the file system there shows the "
            + "directory it is mounted on; var and etc/zones are used until a machine is set up; and /usr is an image "
            + "of its own, whose contents are what is mounted. Where delivery is forbidden altogether, MLC2011 says "
            + "so, and this rule does not.",
        Bad = """
            d devices 0755 root sys
            s devices/null=pseudo/mm@0:null
            """,
        Good = """
            d dev 0755 root sys
            s dev/null=../devices/pseudo/mm@0:null
            """,
    };

    /// <summary>Finds the entries below the places where <paramref name="profile"/> mounts something.</summary>
    public static IEnumerable<Finding> Check(Union union, Profile profile)
    {
        foreach (Entry entry in union.Entries)
        {
            if (profile.MountOver(entry.Path) is not { } mount || profile.ForbiddenAt(entry.Path) is not null) continue;
            yield return Finding.Of(Rule, $"'{entry.Path}' is hidden by {mount.What}, mounted on '{mount.Point}'", entry.Origin.PathLocation) with
            {
                Help = $"deliver it elsewhere; of '{mount.Point}' only the mount point itself is needed",
                Subject = Subject.Of(entry),
                Detail = [new("mount", mount.Point.Text)],
                DetailKey = mount.Point.Text,
            };
        }
    }
}
