using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.RunTimeLinker;

namespace ManifestLinker.Compiler.Rules.Elf;

/// <summary>MLC5081: A kernel module has a search path.</summary>
public static class KmodRunpath
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC5081",
        Name = "kmod-runpath",
        Severity = Severity.Warning,
        Phase = Phase.Audit,
        Summary = "A kernel module has a search path.",
        Explanation =
            "The kernel looks for modules in its own module path and never reads DT_RUNPATH or DT_RPATH. One in a module tells that it was linked as a library "
            + "is, by a compiler that adds its own directories.",
        Bad = "(kernel/drv/amd64/foo has DT_RUNPATH /usr/gcc/10/lib)",
        Good = "(kernel/drv/amd64/foo has none)",
    };

    internal static IEnumerable<Finding> Check(DependencySurvey survey) => survey.Modules
        .DistinctBy(module => module.File.Inode)
        .Where(module => module.Elf.Dynamic?.SearchPath is not null)
        .Select(module => survey.Image.Finding(
            Rule, module.Name, $"kernel module '{module}' has the search path {DependencyFinding.Quoted(module.Elf.Dynamic!.SearchPath!)}, which the kernel does not read") with
        {
            Help = "link the module with ld -r, or with -z type=kmod, and without -R",
            Detail = [new("runpath", module.Elf.Dynamic!.SearchPath!)],
        });
}
