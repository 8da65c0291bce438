using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.SystemTables;

namespace ManifestLinker.Compiler.Rules.Drivers;

/// <summary>MLC8203: One alias of a driver stands in the table twice.</summary>
public static class DriverAliasDuplicate
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC8203",
        Name = "driver-alias-duplicate",
        Severity = Severity.Warning,
        Phase = Phase.Audit,
        Summary = "One alias of a driver stands in the table twice.",
        Explanation =
            "The kernel takes the second line for a conflict and warns of it at every boot; update_drv, which takes a line away, "
            + "leaves the other.",
        Bad = """
            etc/driver_aliases:  t4nex "pciex1425,6404"
                                 t4nex "pciex1425,6404"
            """,
        Good = """
            etc/driver_aliases:  t4nex "pciex1425,6403"
                                 t4nex "pciex1425,6404"
            """,
    };

    /// <summary>Finds the aliases that are bound to one driver more than once.</summary>
    internal static IEnumerable<Finding> Check(DriverTables tables) => tables.Bound
        .GroupBy(row => (row.Driver, row.Alias))
        .Select(rows => rows.ToArray())
        .Where(rows => rows.Length > 1)
        .Select(rows => tables.Aliases!.At(
            Rule, rows[1].Line, $"binds '{rows[0].Alias}' to the driver '{rows[0].Driver}', as line {rows[0].Line} does", $"{rows[0].Driver} {rows[0].Alias}",
            "keep one of the lines"));
}
