using ManifestLinker.Compiler.Diagnostics;

namespace ManifestLinker.Compiler.Rules;

/// <summary>MLC8012: A symbolic link among the time zones has another target in the proto area.</summary>
public static class TzTarget
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC8012",
        Name = "tz-target",
        Severity = Severity.Error,
        Phase = Phase.Resolve,
        Summary = "A symbolic link among the time zones has another target in the proto area.",
        Explanation =
            "Here the proto area is right: a link with an old target makes a zone an alias of the wrong one. Elsewhere a different target is the "
            + "warning MLC3004. tzcheck says: symlink target mismatch.",
        Bad = "s usr/share/lib/zoneinfo/posixrules=America/Chicago    (in proto it leads to America/New_York)",
        Good = "s usr/share/lib/zoneinfo/posixrules=America/New_York",
    };
}
