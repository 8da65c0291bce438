using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Fixes;

namespace ManifestLinker.Compiler.Rules;

/// <summary>MLC8010: A time zone of the proto area is not delivered.</summary>
public static class TzUnshipped
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC8010",
        Name = "tz-unshipped",
        Severity = Severity.Error,
        Phase = Phase.Resolve,
        Fix = FixSafety.Safe,
        Summary = "A time zone of the proto area is not delivered.",
        Explanation =
            "usr/share/lib/zoneinfo ships as a whole, since a process that asks for a zone without a file gets UTC and no error. New zones come "
            + "with each release of the tz database, and are easily forgotten; tzcheck stops the build for them (missing from manifest).",
        Bad = "(proto/usr/share/lib/zoneinfo/America/Nuuk exists, and no line delivers it)",
        Good = "f usr/share/lib/zoneinfo/America/Nuuk 0644 root bin",
    };
}
