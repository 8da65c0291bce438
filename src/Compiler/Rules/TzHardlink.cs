using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Fixes;

namespace ManifestLinker.Compiler.Rules;

/// <summary>MLC8013: A hard link among the time zones is not one in the proto area.</summary>
public static class TzHardlink
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC8013",
        Name = "tz-hardlink",
        Severity = Severity.Error,
        Phase = Phase.Resolve,
        Fix = FixSafety.Unsafe,
        Summary = "A hard link among the time zones is not one in the proto area.",
        Explanation =
            "Most zones are other names of a few, and each release of the tz database moves some of them: a name that stays behind shows the time "
            + "of another place. Two names must be one inode in the proto area, in whichever direction they are declared; a copy with the same bytes "
            + "is accepted, because unpacking a proto area may lose its links. Elsewhere this is the warning MLC3005. tzcheck says: hardlink mismatch.",
        Bad = "h usr/share/lib/zoneinfo/Asia/Gaza=usr/share/lib/zoneinfo/Asia/Jerusalem    (two files in proto)",
        Good = "f usr/share/lib/zoneinfo/Asia/Gaza 0644 root bin",
    };
}
