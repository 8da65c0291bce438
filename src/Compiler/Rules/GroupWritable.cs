using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Fixes;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Merge;

namespace ManifestLinker.Compiler.Rules;

/// <summary>MLC7102: A group may write a file or directory.</summary>
public static class GroupWritable
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC7102",
        Name = "group-writable",
        Severity = Severity.Warning,
        Phase = Phase.Semantics,
        Fix = FixSafety.Unsafe,
        Summary = "A group may write a file or directory.",
        Explanation =
            "Every member of the group, and every set-group-id program of it, can change the object. Where that is meant, "
            + "as for var/adm and the spool directories, it is excused with a reason: those that illumos excuses in its own "
            + "check of permissions are excused in the profile. The fix takes write permission from others, too, who must "
            + "not have more than the group.",
        Bad = "f etc/motd 0664 root sys",
        Good = "f etc/motd 0644 root sys",
    };

    /// <summary>Finds those of <paramref name="entries"/> that their group may write.</summary>
    public static IEnumerable<Finding> Check(IEnumerable<NodeEntry> entries, Union union) => entries
        .Where(entry => entry.Mode.HasAny(Mode.Group & Mode.Write) && !WorldWritable.IsStickyDirectory(entry))
        .Select(entry => Permission.At(
            Rule, entry, $"the group '{entry.Group}' may write the {entry.TypeName} '{entry.Path}', which has the mode {entry.Mode}",
            entry.Mode.Without((Mode.Group | Mode.Others) & Mode.Write), union));
}
