using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Fixes;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Merge;

namespace ManifestLinker.Compiler.Rules;

/// <summary>MLC7101: Everybody may write a file or directory.</summary>
public static class WorldWritable
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC7101",
        Name = "world-writable",
        Severity = Severity.Error,
        Phase = Phase.Semantics,
        Fix = FixSafety.Unsafe,
        Summary = "Everybody may write a file or directory.",
        Explanation =
            "Whoever can write what others run or read becomes them. A directory for everybody needs the sticky bit, "
            + "as /tmp has at 1777: then one deletes only what is one's own. On a file that bit excuses nothing. builder "
            + "takes any mode; in the real manifests thirteen firmware files are 0666.",
        Bad = "f kernel/firmware/iwn/iwlwifi-100-5.ucode 0666 root sys",
        Good = "f kernel/firmware/iwn/iwlwifi-100-5.ucode 0444 root sys",
    };

    /// <summary>Finds those of <paramref name="entries"/> that everybody may write.</summary>
    public static IEnumerable<Finding> Check(IEnumerable<NodeEntry> entries, Union union) => entries
        .Where(entry => entry.Mode.HasAny(Mode.Others & Mode.Write) && !IsStickyDirectory(entry))
        .Select(entry => Permission.At(
            Rule, entry, $"everybody may write the {entry.TypeName} '{entry.Path}', which has the mode {entry.Mode}",
            entry.Mode.Without(Mode.Others & Mode.Write), union));

    /// <summary>Whether <paramref name="entry"/> is a directory in which one deletes only what is one's own.</summary>
    internal static bool IsStickyDirectory(NodeEntry entry) => entry is DirectoryEntry && entry.Mode.HasAny(Mode.Sticky);
}
