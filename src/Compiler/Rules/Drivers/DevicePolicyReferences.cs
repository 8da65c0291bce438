using ManifestLinker.Compiler.Audit;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.SystemTables;

namespace ManifestLinker.Compiler.Rules.Drivers;

/// <summary>MLC8215: A table speaks of a driver or module that does not exist.</summary>
public static class DevicePolicyReferences
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC8215",
        Name = "device-policy-references",
        Severity = Severity.Warning,
        Phase = Phase.Audit,
        Summary = "A table of devices speaks of a driver or module that does not exist.",
        Explanation =
            "etc/security/device_policy and extra_privs say which privileges open a device, etc/iu.ap which STREAMS modules are pushed "
            + "onto it, and etc/dacf.conf which module is told when it comes and goes. A driver that nobody knows is passed over in "
            + "silence: the driver that was meant stays without protection, or without its modules.",
        Bad = "etc/iu.ap:  wc 0 0 ldterm ttcompatt",
        Good = "etc/iu.ap:  wc 0 0 ldterm ttcompat",
    };

    /// <summary>Finds the drivers and modules in the four tables that the image does not have.</summary>
    internal static IEnumerable<Finding> Check(DriverTables tables) =>
    [
        .. Drivers(tables, DeliveredTable<DriverReference>.Find(tables.Image, "etc/security/device_policy", DriverReferences.ReadPolicy)),
        .. Drivers(tables, DeliveredTable<DriverReference>.Find(tables.Image, "etc/security/extra_privs", DriverReferences.ReadPrivileges)),
        .. Autopush(tables, DeliveredTable<Autopush>.Find(tables.Image, "etc/iu.ap", AutopushTable.Read)),
        .. Dacf(tables.Modules, DeliveredTable<DacfRule>.Find(tables.Image, "etc/dacf.conf", DacfRules.Read)),
    ];

    private static IEnumerable<Finding> Drivers(DriverTables tables, DeliveredTable<DriverReference>? table) => table is null ? [] : table.Rows
        .Where(row => !tables.IsBound(row.Driver))
        .DistinctBy(row => row.Driver, StringComparer.Ordinal)
        .Select(row => Driver(table, row.Line, row.Driver));

    private static IEnumerable<Finding> Autopush(DriverTables tables, DeliveredTable<Autopush>? table)
    {
        if (table is null) return [];
        IEnumerable<Finding> drivers = table.Rows
            .Where(row => !char.IsAsciiDigit(row.Driver[0]) && !tables.IsBound(row.Driver))
            .DistinctBy(row => row.Driver, StringComparer.Ordinal)
            .Select(row => Driver(table, row.Line, row.Driver));
        IEnumerable<Finding> modules = table.Rows
            .SelectMany(row => row.Modules.Select(module => (row.Line, row.Driver, Module: module)))
            .Where(push => !tables.Modules.Has("strmod", push.Module))
            .DistinctBy(push => push.Module, StringComparer.Ordinal)
            .Select(push => Module(table, push.Line, "STREAMS module", push.Module));
        return drivers.Concat(modules);
    }

    private static IEnumerable<Finding> Dacf(KernelModules modules, DeliveredTable<DacfRule>? table) => table is null ? [] : table.Rows
        .Where(row => !modules.Has("dacf", row.Module))
        .DistinctBy(row => row.Module, StringComparer.Ordinal)
        .Select(row => Module(table, row.Line, "dacf module", row.Module));

    private static Finding Driver<T>(DeliveredTable<T> table, int line, string driver) =>
        table.At(Rule, line, $"speaks of the driver '{driver}', which has no major number", $"driver {driver}", "mend the name, or delete the line");

    private static Finding Module<T>(DeliveredTable<T> table, int line, string kind, string module) =>
        table.At(Rule, line, $"names the {kind} '{module}', which is not in the image", $"module {module}", "deliver the module, or mend the name");
}
