using ManifestLinker.Compiler.Audit;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Resolve;
using ManifestLinker.Compiler.SystemTables;

namespace ManifestLinker.Compiler.Rules.Drivers;

/// <summary>MLC8216: etc/system has the kernel load a module that is not delivered.</summary>
public static class EtcSystemModuleMissing
{
    // Where the kernel looks when nothing else is said: MOD_DEFPATH, and the directory of the platform before it.
    private static readonly string[] DefaultDirectories = ["platform/i86pc/kernel", "platform/i86hvm/kernel", "kernel", "usr/kernel"];

    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC8216",
        Name = "etc-system-module-missing",
        Severity = Severity.Warning,
        Phase = Phase.Audit,
        Summary = "etc/system has the kernel load a module that is not delivered.",
        Explanation =
            "A forceload of a module that is nowhere in the directories of modules fails with a message on the console, and what it "
            + "was wanted for does not happen. A moddir that is not there is a slip of the pen, and replaces the directories that "
            + "the kernel would have looked in.",
        Bad = "etc/system:  forceload: drv/vmm_vtdx",
        Good = "etc/system:  forceload: drv/vmm_vtd",
    };

    /// <summary>Finds the modules and directories of modules in etc/system that are not in <paramref name="image"/>.</summary>
    internal static IEnumerable<Finding> Check(AuditedImage image)
    {
        if (DeliveredTable<SystemCommand>.Find(image, "etc/system", SystemCommands.Read) is not { } table) return [];
        (int Line, string Path)[] moddirs = [.. table.Rows.Where(row => row.Command == "moddir").SelectMany(row => row.Values.Select(path => (row.Line, path)))];
        string[] directories = [.. DefaultDirectories, .. moddirs.Select(moddir => moddir.Path)];
        IEnumerable<Finding> missing = moddirs
            .Where(moddir => image.Follow(ImagePath.Root, moddir.Path) is not ({ End: WalkEnd.Found, IsDirectory: true } or { End: WalkEnd.Provided }))
            .DistinctBy(moddir => moddir.Path, StringComparer.Ordinal)
            .Select(moddir => table.At(
                Rule, moddir.Line, $"names the directory '{moddir.Path}', which is not in the image", $"moddir {moddir.Path}", "mend the path, or delete the line"));
        IEnumerable<Finding> unloaded = table.Rows
            .Where(row => row.Command == "forceload" && !directories.Any(directory => Has(image, directory, row.Values[0])))
            .DistinctBy(row => row.Values[0], StringComparer.Ordinal)
            .Select(row => table.At(
                Rule, row.Line, $"loads the module '{row.Values[0]}', which is not in the image", $"forceload {row.Values[0]}", "deliver the module, or delete the line"));
        return missing.Concat(unloaded);
    }

    // The object for the 64-bit kernel lies in a directory of its own beside where the name says.
    private static bool Has(AuditedImage image, string directory, string module)
    {
        int slash = module.LastIndexOf('/');
        return image.FileAt($"{directory}/{module[..(slash + 1)]}amd64/{module[(slash + 1)..]}") is not null;
    }
}
