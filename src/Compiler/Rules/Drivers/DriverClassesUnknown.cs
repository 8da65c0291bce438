using ManifestLinker.Compiler.Audit;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.SystemTables;

namespace ManifestLinker.Compiler.Rules.Drivers;

/// <summary>MLC8212: etc/driver_classes speaks of a driver or a class that does not exist.</summary>
public static class DriverClassesUnknown
{
    // Those that packages of illumos give to drivers (class= in usr/src/pkg/manifests, usr/src/uts/intel/os/driver_classes).
    private static readonly string[] Known =
    [
        "dada", "disk", "fibre-channel", "isa", "pci", "pcmcia", "sbus", "scsi", "scsi-self-identify", "scsi-self-identifying", "sysbus", "usb",
    ];

    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC8212",
        Name = "driver-classes-unknown",
        Severity = Severity.Warning,
        Phase = Phase.Audit,
        Summary = "etc/driver_classes speaks of a driver or a class that does not exist.",
        Explanation =
            "The table says which drivers have children of a class, so that a driver that names the class in its .conf file is tried "
            + "below them. The kernel warns of a driver without a major number and of a line that it cannot read; a class that "
            + "nobody names is a slip of the pen, and no child is found.",
        Bad = "etc/driver_classes:  mpt_sas scsi-self-identifing",
        Good = "etc/driver_classes:  mpt_sas scsi-self-identifying",
    };

    /// <summary>Finds what is wrong with etc/driver_classes.</summary>
    internal static IEnumerable<Finding> Check(DriverTables tables)
    {
        if (DeliveredTable<DriverClass>.Find(tables.Image, "etc/driver_classes", DriverClasses.Read) is not { } table) return [];
        DriverClass[] strange = [.. table.Rows.Where(row => tables.HasMajor(row.Driver) && !Known.Contains(row.Class))];
        HashSet<string> named = strange.Length == 0 ? [] : Named(tables);
        return
        [
            .. table.Misspelled(Rule, "write a driver, a blank and a class"),
            .. table.Rows.Where(row => !tables.HasMajor(row.Driver)).Select(row => table.At(
                Rule, row.Line, $"has the driver '{row.Driver}', which has no major number", $"{row.Driver} {row.Class}", "mend the name, or delete the line")),
            .. strange.Where(row => !named.Contains(row.Class)).Select(row => table.At(
                Rule, row.Line, $"gives the driver '{row.Driver}' the class '{row.Class}', which no driver is of", $"{row.Driver} {row.Class}",
                NearNames.Nearest(row.Class, Known) is { } near ? $"did you mean {near}?" : "mend the name, or delete the line")),
        ];
    }

    // What the .conf files of the image name.
    private static HashSet<string> Named(DriverTables tables)
    {
        var named = new HashSet<string>(StringComparer.Ordinal);
        foreach (ImagePath path in tables.Modules.Configurations)
        {
            if (tables.Image.FileAt(path.Text) is { } file && TableText.Of(file.Inode.Content) is { } text) named.UnionWith(DriverConfiguration.Classes(text));
        }
        return named;
    }
}
