using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Elf;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.RunTimeLinker;

namespace ManifestLinker.Compiler.Rules.Elf;

/// <summary>MLC5083: A kernel module lies where the kernel does not look, or is for a kernel that is no more.</summary>
public static class KmodWrongDir
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC5083",
        Name = "kmod-wrong-dir",
        Severity = Severity.Error,
        Phase = Phase.Audit,
        Summary = "A kernel module lies where the kernel does not look, or is for a kernel that is no more.",
        Explanation =
            "The kernel has 64 bits only and looks for its modules in directories called amd64. A module beside such a directory is never found, and one of 32 "
            + "bits cannot be loaded.",
        Bad = "f kernel/drv/foo 0755 root sys",
        Good = "f kernel/drv/amd64/foo 0755 root sys",
    };

    internal static IEnumerable<Finding> Check(DependencySurvey survey)
    {
        foreach (LinkedObject module in survey.Modules.DistinctBy(module => module.File.Inode))
        {
            if (module.Elf.IsBigEndian || module.Elf.Machine is not (ElfMachine.I386 or ElfMachine.Amd64)) continue;
            if (module.Elf.Class == ElfClass.Bits32)
            {
                yield return survey.Image.Finding(Rule, module.Name, $"kernel module '{module}' has 32 bits, and the kernel has 64", "class") with
                {
                    Help = "build it for amd64, or leave it out",
                };
                continue;
            }
            foreach (ImagePath name in module.File.Names.Where(name => KernelModules.IsBelowModulePath(name) && name.Parent.Name != "amd64"))
            {
                yield return survey.Image.Finding(Rule, name, $"kernel module '{name}' does not lie in a directory amd64, where the kernel looks", "place") with
                {
                    Help = $"deliver it as {name.Parent.Append("amd64").Append(name.Name)}",
                };
            }
        }
    }
}
