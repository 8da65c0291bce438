using ManifestLinker.Compiler.Audit;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Ir;

namespace ManifestLinker.Compiler.Rules.Drivers;

/// <summary>MLC8207: A driver is delivered that has no major number.</summary>
public static class DriverWithoutMajor
{
    // What every module that is a driver points to, in its modldrv(9S).
    private const string DriverOperations = "mod_driverops";

    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC8207",
        Name = "driver-without-major",
        Severity = Severity.Warning,
        Phase = Phase.Audit,
        Summary = "A driver is delivered that has no major number.",
        Explanation =
            "The kernel does not load a driver that etc/name_to_major has no number for, and add_drv cannot give it one that lasts, "
            + "because the table comes from the image at every boot. A module that does not refer to mod_driverops is no driver, "
            + "wherever it lies; and a driver with aliases is told as MLC8201.",
        Bad = """
            f kernel/drv/amd64/vscan 0755 root sys
            etc/name_to_major:  vnic 66
            """,
        Good = """
            f kernel/drv/amd64/vscan 0755 root sys
            etc/name_to_major:  vnic 66
                                vscan 321
            """,
    };

    /// <summary>Finds the drivers that are delivered and that neither etc/name_to_major nor etc/driver_aliases knows.</summary>
    internal static IEnumerable<Finding> Check(DriverTables tables)
    {
        if (tables.Majors is null) return [];
        HashSet<string> aliased = tables.Aliases?.Rows.Select(row => row.Driver).ToHashSet(StringComparer.Ordinal) ?? [];
        return tables.Modules.Drivers
            .Where(driver => !tables.HasMajor(driver.Name) && !aliased.Contains(driver.Name) && MayBeDriver(tables.Image.FileAt(driver.Path.Text)))
            .Select(driver => At(tables.Image, driver.Name, driver.Path));
    }

    // An object whose symbols are not known may be anything.
    private static bool MayBeDriver(AuditedFile? file) =>
        file?.Elf is not { Symbols.Wanted: [_, ..] wanted } || wanted.Any(symbol => symbol.Name == DriverOperations);

    private static Finding At(AuditedImage image, string name, ImagePath path) =>
        image.Finding(Rule, path, $"the driver '{path}' has no major number in etc/name_to_major") with
        {
            Help = $"add a line for '{name}' to etc/name_to_major, or do not deliver it",
            Detail = [new("driver", name)],
        };
}
