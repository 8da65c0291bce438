using ManifestLinker.Compiler.Audit;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.SystemTables;

namespace ManifestLinker.Compiler.Rules.Drivers;

/// <summary>MLC8214: etc/name_to_sysnum gives no number, one that is taken, or one that is too high.</summary>
public static class NameToSysnum
{
    // NSYSCALL - 1, of usr/src/uts/common/sys/systm.h.
    private const int MostCall = 255;

    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC8214",
        Name = "name-to-sysnum",
        Severity = Severity.Error,
        Phase = Phase.Audit,
        Summary = "etc/name_to_sysnum gives no number, one that is taken, or one that is too high.",
        Explanation =
            "The kernel numbers the system calls that modules bring along by this table. Of two calls with one number the first has "
            + "it, and the module of the other cannot be loaded.",
        Bad = """
            etc/name_to_sysnum:  portfs 182
                                 pollsys 182
            """,
        Good = """
            etc/name_to_sysnum:  portfs 182
                                 pollsys 183
            """,
    };

    /// <summary>Finds what is wrong with etc/name_to_sysnum.</summary>
    internal static IEnumerable<Finding> Check(AuditedImage image) =>
        DeliveredTable<NumberedName>.Find(image, "etc/name_to_sysnum", BindingTable.Read) is { } calls ? BindingFaults.Find(Rule, calls, MostCall) : [];
}
