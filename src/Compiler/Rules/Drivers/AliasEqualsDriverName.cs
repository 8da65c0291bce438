using ManifestLinker.Compiler.Diagnostics;

namespace ManifestLinker.Compiler.Rules.Drivers;

/// <summary>MLC8205: An alias is the name of a driver.</summary>
public static class AliasEqualsDriverName
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC8205",
        Name = "alias-equals-driver-name",
        Severity = Severity.Warning,
        Phase = Phase.Audit,
        Summary = "An alias is the name of a driver.",
        Explanation =
            "Names of drivers and aliases share one table in the kernel, and a device with the name of a driver is that driver's by "
            + "itself. An alias that is such a name is refused with a warning, whichever driver it is for.",
        Bad = """
            etc/name_to_major:   pseudo 46
            etc/driver_aliases:  pseudo "pseudo"
            """,
        Good = """
            etc/name_to_major:   pseudo 46
            etc/driver_aliases:  pseudo "zconsnex"
            """,
    };

    /// <summary>Finds the aliases that etc/name_to_major has as names.</summary>
    internal static IEnumerable<Finding> Check(DriverTables tables) => tables.Bound
        .Where(row => tables.IsDriver(row.Alias))
        .DistinctBy(row => (row.Driver, row.Alias))
        .Select(row => tables.Aliases!.At(
            Rule, row.Line,
            row.Alias == row.Driver
                ? $"gives the driver '{row.Driver}' its own name as an alias"
                : $"gives the driver '{row.Driver}' the alias '{row.Alias}', which is the name of another driver",
            $"{row.Driver} {row.Alias}", "delete the line"));
}
