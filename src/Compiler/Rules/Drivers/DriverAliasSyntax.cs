using ManifestLinker.Compiler.Diagnostics;

namespace ManifestLinker.Compiler.Rules.Drivers;

/// <summary>MLC8204: A line of etc/driver_aliases is none that the kernel can read.</summary>
public static class DriverAliasSyntax
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC8204",
        Name = "driver-alias-syntax",
        Severity = Severity.Error,
        Phase = Phase.Audit,
        Summary = "A line of etc/driver_aliases is none that the kernel can read.",
        Explanation =
            "The kernel reads the table when it boots: a driver, and its aliases in double quotes. What it cannot read it complains "
            + "of on the console (a missing quote, an unexpected token, no alias), and the hardware of that line gets no driver.",
        Bad = "etc/driver_aliases:  mlxcx \"pciex15b3,1013",
        Good = "etc/driver_aliases:  mlxcx \"pciex15b3,1013\"",
    };

    /// <summary>Finds the lines of etc/driver_aliases that cannot be read.</summary>
    internal static IEnumerable<Finding> Check(DriverTables tables) =>
        tables.Aliases?.Misspelled(Rule, "write the driver, a blank, and the alias in double quotes") ?? [];
}
