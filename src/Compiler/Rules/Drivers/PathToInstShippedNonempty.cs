using ManifestLinker.Compiler.Audit;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.SystemTables;

namespace ManifestLinker.Compiler.Rules.Drivers;

/// <summary>MLC8213: The devices of some machine are delivered.</summary>
public static class PathToInstShippedNonempty
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC8213",
        Name = "path-to-inst-shipped-nonempty",
        Severity = Severity.Warning,
        Phase = Phase.Audit,
        Summary = "The devices of some machine are delivered.",
        Explanation =
            "The kernel writes etc/path_to_inst: which device of this machine is which instance of its driver. A platform delivers it "
            + "without lines. Those of the machine that built it would give other machines network interfaces and disks with "
            + "numbers that begin anywhere.",
        Bad = "etc/path_to_inst:  \"/pci@0,0/pci15ad,7a0@15/pci15ad,7b0@0\" 0 \"vmxnet3s\"",
        Good = "etc/path_to_inst:  # Caution! This file contains critical kernel state",
    };

    /// <summary>Finds whether etc/path_to_inst has lines.</summary>
    internal static IEnumerable<Finding> Check(AuditedImage image) =>
        DeliveredTable<Instance>.Find(image, "etc/path_to_inst", InstanceTable.Read) is { Rows: [var first, ..] rows } table
            ? [table.At(
                Rule, first.Line,
                rows.Count == 1 ? $"has the device '{first.Path}' of some machine" : $"has {rows.Count} devices of some machine, the first '{first.Path}'", "",
                "deliver it with comments only")]
            : [];
}
