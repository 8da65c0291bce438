using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.SystemTables;

namespace ManifestLinker.Compiler.Rules.Drivers;

/// <summary>MLC8201: An alias is bound to a driver that has no major number.</summary>
public static class DriverAliasUnknownDriver
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC8201",
        Name = "driver-alias-unknown-driver",
        Severity = Severity.Error,
        Phase = Phase.Audit,
        Summary = "An alias is bound to a driver that has no major number.",
        Explanation =
            "The kernel looks up the major number of a driver in etc/name_to_major when it reads etc/driver_aliases, and passes over "
            + "the line in silence where there is none: the driver is never attached to the hardware that it is delivered for. "
            + "Where the module is not delivered either the line is merely dead, and the finding a warning.",
        Bad = """
            etc/driver_aliases:  mlxcx "pciex15b3,1013"
            etc/name_to_major:   mm 38
            """,
        Good = """
            etc/driver_aliases:  mlxcx "pciex15b3,1013"
            etc/name_to_major:   mm 38
                                 mlxcx 321
            """,
    };

    /// <summary>Finds the drivers in etc/driver_aliases that are not in etc/name_to_major.</summary>
    internal static IEnumerable<Finding> Check(DriverTables tables)
    {
        if (tables is not { Aliases: { } aliases, Majors: { } majors }) return [];
        int free = majors.Rows.Select(row => row.Number).DefaultIfEmpty(-1).Max() + 1;
        return aliases.Rows.Where(row => !tables.HasMajor(row.Driver)).GroupBy(row => row.Driver, StringComparer.Ordinal).Select(rows => At(rows.Key, [.. rows]));

        Finding At(string driver, DriverAlias[] rows)
        {
            bool delivered = tables.Modules.Has("drv", driver);
            string others = rows.Length switch { 1 => "", 2 => " and one more alias", _ => $" and {rows.Length - 1} more aliases" };
            return aliases.At(
                Rule, rows[0].Line, $"binds '{rows[0].Alias}'{others} to the driver '{driver}', which has no major number", driver,
                delivered ? $"give it one in etc/name_to_major, such as '{driver} {free}'" : "delete the lines, because the driver is not delivered either") with
            {
                Severity = delivered ? Severity.Error : Severity.Warning,
            };
        }
    }
}
