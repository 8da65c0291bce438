using ManifestLinker.Compiler.Diagnostics;

namespace ManifestLinker.Compiler.Rules;

/// <summary>MLC8011: A time zone is of another type in the proto area.</summary>
public static class TzType
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC8011",
        Name = "tz-type",
        Severity = Severity.Error,
        Phase = Phase.Resolve,
        Summary = "A time zone is of another type in the proto area.",
        Explanation =
            "The compiler of time zones makes files, hard links and symbolic links, and from one release of the tz database to the next a zone "
            + "may change from one to another. Here the proto area is right, so that MLC3002 and MLC3003 are this error. A hard link counts as a "
            + "file. tzcheck says: type mismatch.",
        Bad = "f usr/share/lib/zoneinfo/localtime 0644 root bin    (it is a symbolic link in proto)",
        Good = "s usr/share/lib/zoneinfo/localtime=../../../../etc/localtime",
    };
}
