using ManifestLinker.Compiler.Diagnostics;

namespace ManifestLinker.Compiler.Rules.Elf;

/// <summary>MLC5015: An object has two search paths that differ.</summary>
public static class RpathAndRunpathDiffer
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC5015",
        Name = "rpath-and-runpath-differ",
        Severity = Severity.Warning,
        Phase = Phase.Audit,
        Summary = "An object has two search paths that differ.",
        Explanation =
            "To ld.so.1 DT_RPATH and DT_RUNPATH are one tag, of which the last in the dynamic section counts "
            + "(usr/src/cmd/sgs/rtld/common/elf.c); the other is not looked at. Whoever changed one with a tool and left the "
            + "other believes in a path that is not used, and GNU tools show the other one.",
        Bad = "(usr/bin/foo has DT_RPATH /usr/lib/foo and behind it DT_RUNPATH /usr/lib/bar)",
        Good = "(both are /usr/lib/foo)",
    };

    internal static Finding? Check(SearchPathOf path) => path.Overruled is { } overruled
        ? path.At(Rule, $"is {DependencyFinding.Quoted(path.List.Text)} ({path.Tag}), and {DependencyFinding.Quoted(overruled.Text)} ({overruled.Tag}) does not count") with
        {
            Help = "change both with elfedit, or link it again",
            Detail = [new("runpath", path.List.Text), new("overruled", overruled.Text)],
        }
        : null;
}
