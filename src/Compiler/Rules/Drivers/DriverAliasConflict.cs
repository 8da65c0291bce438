using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.SystemTables;

namespace ManifestLinker.Compiler.Rules.Drivers;

/// <summary>MLC8202: One alias is bound to two drivers.</summary>
public static class DriverAliasConflict
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC8202",
        Name = "driver-alias-conflict",
        Severity = Severity.Error,
        Phase = Phase.Audit,
        Summary = "One alias is bound to two drivers.",
        Explanation =
            "The kernel keeps the first binding of an alias and says of every other that it conflicts with an existing one. Which "
            + "driver gets the hardware depends on the order of the lines.",
        Bad = """
            etc/driver_aliases:  ahci "pciclass,010601"
                                 nv_sata "pciclass,010601"
            """,
        Good = """
            etc/driver_aliases:  ahci "pciclass,010601"
                                 nv_sata "pci10de,266"
            """,
    };

    /// <summary>Finds the aliases that a driver takes from one before it.</summary>
    internal static IEnumerable<Finding> Check(DriverTables tables) => tables.Bound
        .Where(row => !tables.IsDriver(row.Alias))
        .GroupBy(row => row.Alias, StringComparer.Ordinal)
        .SelectMany(rows => rows.DistinctBy(row => row.Driver, StringComparer.Ordinal).Skip(1).Select(row => At(tables.Aliases!, rows.First(), row)));

    private static Finding At(DeliveredTable<DriverAlias> table, DriverAlias first, DriverAlias row) => table.At(
        Rule, row.Line, $"binds '{row.Alias}' to the driver '{row.Driver}', but line {first.Line} binds it to '{first.Driver}'", $"{row.Alias} {row.Driver}",
        "keep the line of the driver that the hardware is for");
}
