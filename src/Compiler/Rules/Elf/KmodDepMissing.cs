using ManifestLinker.Compiler.Complete;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Fixes;
using ManifestLinker.Compiler.RunTimeLinker;

namespace ManifestLinker.Compiler.Rules.Elf;

/// <summary>MLC5080: A kernel module depends on one that is not in the image.</summary>
public static class KmodDepMissing
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC5080",
        Name = "kmod-dep-missing",
        Severity = Severity.Error,
        Fix = FixSafety.Safe,
        Phase = Phase.Audit,
        Summary = "A kernel module depends on one that is not in the image.",
        Explanation =
            "The kernel looks for a dependency such as misc/scsi as misc/amd64/scsi below /platform/i86pc/kernel, /kernel and /usr/kernel. Where it is in none, "
            + "the module is not loaded: a device is missing at best, and a panic follows where the root disk hangs on it. Where the module lies in the proto area, the "
            + "fix adds its line.",
        Bad = "(kernel/drv/amd64/mptsas depends on misc/scsi_vhci; no line delivers it)",
        Good = "f kernel/misc/amd64/scsi_vhci 0755 root sys",
    };

    internal static IEnumerable<Finding> Check(DependencySurvey survey, DeliveringLines lines) => survey.Modules
        .SelectMany(survey.Linker.DependenciesOf)
        .Where(dependency => dependency.Found is null)
        .Select(dependency => dependency.Undelivered is { } missing
            ? DependencyFinding.Of(
                survey.Image,
                Rule,
                dependency,
                $"kernel module '{dependency.Of}' depends on {DependencyFinding.Quoted(dependency.Text)}: '{missing[^1].Path}' is in {missing[^1].Found.Directory} and in no manifest") with
            {
                Help = lines.Help(missing),
                Fixes = lines.Fixes(missing),
            }
            : DependencyFinding.Of(
                survey.Image,
                Rule,
                dependency,
                $"kernel module '{dependency.Of}' depends on {DependencyFinding.Quoted(dependency.Text)}, which is not in the image: {DependencyFinding.Tried(dependency)}") with
            {
                Help = "deliver the module, or build this one without it",
            });
}
