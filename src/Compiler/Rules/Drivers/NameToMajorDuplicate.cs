using ManifestLinker.Compiler.Diagnostics;

namespace ManifestLinker.Compiler.Rules.Drivers;

/// <summary>MLC8206: etc/name_to_major gives no number, one that is taken, or one that is too high.</summary>
public static class NameToMajorDuplicate
{
    // L_MAXMAJ32, of usr/src/uts/common/sys/sysmacros.h; make_devname() in usr/src/uts/common/os/modsubr.c takes none above it.
    private const int MostMajor = 0x3fff;

    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC8206",
        Name = "name-to-major-duplicate",
        Severity = Severity.Error,
        Phase = Phase.Audit,
        Summary = "etc/name_to_major gives no number, one that is taken, or one that is too high.",
        Explanation =
            "The kernel reads the table when it boots and keeps the first of two lines with one name or one number, so that the other "
            + "driver cannot be loaded, and its device nodes belong to somebody else. A major number has 14 bits.",
        Bad = """
            etc/name_to_major:  md 85
                                smbios 85
            """,
        Good = """
            etc/name_to_major:  md 85
                                smbios 84
            """,
    };

    /// <summary>Finds what is wrong with etc/name_to_major.</summary>
    internal static IEnumerable<Finding> Check(DriverTables tables) =>
        tables.Majors is { } majors ? BindingFaults.Find(Rule, majors, MostMajor) : [];
}
